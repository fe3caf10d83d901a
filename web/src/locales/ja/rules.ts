/** What a rule of the domain says, by its rule code. Each module adds its own below. */
export const rules = {
  OTHER: '決まりにより、この操作は行えません。',
  // registry
  SERVICE_KIND_ENDS_BEFORE_START: '終わりの日が、はじまりの日より前です。どちらかを直してください。',
  NOTHING_TO_ASK: '新しくお願いするものがありません。古くなった情報がないか、もうお願いしてあります。',
  NOT_A_MEMBERS_FACILITY: '会員の法人のものではない施設が入っています。選び直してください。',
  ALREADY_BEING_ASKED: 'ほかの人が、同じ施設にお願いしたところです。画面を読み直してください。',
  REQUEST_NO_LONGER_OPEN: 'このお願いは、もう回答されたか、取り下げられています。',
  // kernel
  IDEMPOTENCY_KEY_REUSED: 'この内容は、別の操作としてすでに送られています。画面を読み直してください。',
  // identity
  OPERATOR_EXISTS: 'システム管理者は、もういます。画面の「人と役割」から招待してもらってください。',
  ROLE_DOES_NOT_FIT_BODY: '選んだ役割は、この相手には置けません。役割か相手を選び直してください。',
  ROLE_STARTS_IN_THE_PAST: 'はじまりの日は、きょうからあとの日にしてください。',
  ROLE_ENDS_BEFORE_START: '終わりの日が、はじまりの日より前です。どちらかを直してください。',
  AUDITOR_TERM_TOO_LONG: '監事の期間は1年以内です。終わりの日を直してください。',
  ROLE_ALREADY_ENDED: 'この役割は、もう終わっています。',
  ROLE_ENDS_IN_THE_PAST: '終わりの日は、きのうからあとの日にしてください。きのうにすると、すぐに終わります。',
  ROLE_ALREADY_STARTED: 'もうはじまっている役割です。取り消すかわりに、終わりの日を決めてください。',
  LAST_ADMINISTRATOR: 'ほかに管理する人がいなくなります。先に後任の人を決めてください。',
  ROLE_ALREADY_HELD: '同じ期間に、この役割をすでに持っています。',
  INVITATION_ALREADY_ACCEPTED: 'この招待は、もう使われています。',
  INVITATION_REVOKED: 'この招待は、取り消されています。',
  INVITATION_EXPIRED: 'この招待は、期限を過ぎています。送った人に、送り直しを頼んでください。',
  SIGN_IN_TO_ACCEPT:
    'このメールアドレスのアカウントがすでにあります。ログインしてから、もう一度リンクを開いてください。',
  HANDOVER_TO_ONESELF: '引き継ぐ人と引き継がれる人が同じです。後任の人を選び直してください。',
  HANDOVER_TOO_SOON: '引き継ぎの日は、あしたからあとの日にしてください。',
  HANDOVER_OF_ENDED_ROLE: '選んだ役割の中に、引き継ぎの前の日には終わっているものがあります。',
  ROLE_IN_HANDOVER: '選んだ役割は、別の引き継ぎの予定に入っています。先にその予定を取りやめてください。',
  HANDOVER_NOT_PLANNED: 'この引き継ぎは、もう済んだか、取りやめになっています。',
  SAMPLE_NAME_WITHOUT_MARK: '見本の人の名前には「見本」を入れてください。',
  TOKEN_ENDS_IN_THE_PAST: '使える最後の日は、きょうからあとの日にしてください。',
  TOKEN_LIVES_TOO_LONG: '使える最後の日は、1年以内にしてください。',
  TOKEN_ALREADY_REVOKED: 'このトークンは、もう止めてあります。',
} as const
