/** Why a policy says no, by its reason code. Each module adds its own below. */
export const reasons = {
  OTHER: 'いまの立場では、この操作を行えません。',
  // registry
  SIGN_IN_FIRST: 'ログインすると行えます。',
  NOT_YOUR_FACILITY: 'ほかの施設の情報です。その施設の人が確認します。',
  NOT_YOUR_CORPORATION: 'ほかの法人の施設の情報です。その法人の人が確認します。',
  ONLY_THE_FACILITY_CONFIRMS: '施設長・職員・法人の管理者が確認します。',
  ONLY_THE_OPERATOR: 'システム管理者が行います。',
  ONLY_THE_SECRETARIAT_ASKS: 'ネットワークの事務局が行います。',
  NOT_YOUR_NETWORK: 'ほかのネットワークの事務局が行います。',
  ONLY_WHO_IMPORTS: 'システム管理者、ネットワークの事務局、法人の管理者・報告担当が行います。',
  NOT_YOUR_IMPORT: 'ほかの立場で始めた取込です。その立場に切り替えると行えます。',
  IMPORT_NOT_THERE_YET: 'いまの取込の状態では行えません。',
  ONLY_ITS_PEOPLE_EDIT: 'この施設の人、法人の管理者、ネットワークの事務局が直します。',
  CONTACTS_NOT_FOR_THE_OPERATOR: '連絡先はシステム管理者には見えません。施設の人か事務局が直します。',
  ONLY_THE_CORPORATION_CLOSES: '施設を閉じる・開くのは、法人の管理者かネットワークの事務局です。',
  ONLY_THE_CORPORATION_REGISTERS: '施設を登録するのは、法人の管理者かネットワークの事務局です。',
  ONLY_THE_CORPORATION_CONFIRMS: '法人の管理者が確認します。',
  ONLY_ITS_ADMINISTRATOR_EDITS: '法人の管理者が直します。',
  ONLY_THE_SECRETARIAT_RECORDS: 'ネットワークの事務局か、システム管理者が行います。',
  ONLY_WHO_LOOKS_AFTER_THE_REGISTRY: '事務局・市町村の担当者・法人の管理者・システム管理者が行います。',
  ONLY_RECORDS_OF_THE_NETWORK: '両方ともネットワークの会員のものであるときだけ、まとめられます。',
  // kernel
  CHOOSE_ACTING: 'だれとして操作するかを選ぶと行えます。',
  SECOND_FACTOR_REQUIRED: '2段階認証を済ませると行えます。',
  SCOPE_MISSING: 'このトークンでは行えません。',
  SYSTEM_ONLY: 'システムが自動で行います。',
  // identity
  ADMINISTRATORS_ONLY: '人と役割を管理する立場の人が行います。',
  ROLE_NOT_YOURS_TO_GRANT: 'この役割は、いまの立場からは決められません。',
  NOT_YOUR_BODY: 'ほかの法人・施設・ネットワークの役割です。',
  NOT_A_MEMBER: 'ネットワークの会員ではない法人です。',
  NOT_YOURS: 'ご本人だけが行えます。',
  NOT_ONESELF: 'ご自分の分は、ほかの管理者に頼んでください。',
  // audit, notifications
  AUDIT_NOT_YOURS: '操作の記録は、管理者と役員の立場で見られます。',
  MAILBOX_CLOSED: 'この環境では、メールは実際に送られます。届いたメールを開いてください。',
  // meetings
  ONLY_SECRETARIAT_AND_CHAIR_RUN_MEETINGS: '会議の準備と進行は、事務局か会長・議長が行います。',
  NOT_YOUR_OFFICE: 'この役職の本人が行います。',
  ONLY_DIRECTORS_SPEAK_FOR_A_CORPORATION: '法人の管理者か施設長が行います。',
  ONLY_THE_AUDITOR_OBJECTS: '監事が行います。',
  // rulebooks
  ONLY_SECRETARIAT_OR_CHAIR: 'ネットワークの事務局か会長が行います。',
  RULEBOOK_STANDS: '施行した版は変えられません。改正案をつくってください。',
} as const
