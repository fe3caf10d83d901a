/** Words of the parts that every screen is built from. */
export const ui = {
  productName: '結（ゆい）',
  required: '※必須',
  optional: '任意',
  sample: '見本',
  choose: '選んでください',
  takeOff: 'この条件を外す',
  opensNewTab: '（新しいタブで開きます）',
  whereYouAre: '現在の場所',
  printA4: 'A4で印刷する',
  further: '続きを見る',
  furtherNotPrinted: 'この続きは印刷されていません。すべての行は「印刷用の一覧」から印刷できます。',
  loading: '読み込んでいます。',
  sending: '送信しています。',
  tryAgain: 'もう一度読み込む',
  readAgain: '最新の内容を読み直す',
  checkedAt: (time: string) => `${time} に確かめました。この画面は自動で新しくなります。`,
  states: { YES: 'ある', NO: 'ない', UNKNOWN: '未確認' },
  due: {
    left: { before: 'あと', unit: '日', after: '' },
    past: { before: '', unit: '日', after: '過ぎています' },
    today: '今日まで',
    none: '期限なし',
  },
  /** Above a long list of checkboxes. */
  narrow: {
    label: 'ことばでしぼり込む',
    shown: (shown: number, all: number, chosen: number) =>
      `${all}件のうち${shown}件を表示、${chosen}件を選択`,
  },
  era: '元号',
  dateSupport: '西暦でも和暦でも書けます。例：令和8年4月1日',
  dateParts: { year: '年', month: '月', day: '日' },
  dateMistakes: {
    missing: (part: string) => `${part}を入力してください。`,
    notANumber: (part: string) => `${part}を数字で入力してください。`,
    noSuchMonth: '月は1から12までです。月を直してください。',
    noSuchDay: (month: string, lastDay: number) => `${month}月は${lastDay}日までです。日を直してください。`,
    outsideEra: (era: string) => `${era}にない日付です。元号か年を直してください。`,
  },
  places: (count: number) => `${count}か所を直してください`,
  kept: (moment: string) =>
    `通信できないため、この端末に残っていた ${moment} の内容を表示しています。つながると新しくなります。`,
  changedByOther: 'ほかの人が先に変更しました。最新の内容を読み直してから、もう一度入力してください。',
  changedWhileTyping:
    '入力中に、ほかの人もこの内容を変えました。入力した欄はそのまま残しています。ほかの欄は新しい内容です。確かめてから保存してください。',
  draftRestored: (moment: string) => `${moment} に保存した下書きの続きです。`,
  draftDiscard: '下書きを捨てて、はじめから入力する',
  draftSaved: (time: string) => `下書きは${time}にこの端末へ保存しました。`,
  /** A required field is empty. */
  missing: {
    type: (label: string) => `${label}を入力してください。`,
    choose: (label: string) => `${label}を選んでください。`,
  },
  /** By the code of the issue; the label is the field's. */
  issues: {
    TOO_LONG: (label: string) => `${label}が長すぎます。短くしてください。`,
    TOO_SHORT: (label: string) => `${label}が短すぎます。確かめてください。`,
    TOO_SMALL: (label: string) => `${label}が小さすぎます。確かめてください。`,
    TOO_BIG: (label: string) => `${label}が大きすぎます。確かめてください。`,
    WRONG_FORMAT: (label: string) => `${label}の書き方を確かめてください。`,
    WRONG_VALUE: (label: string) => `${label}を選び直してください。`,
    WRONG_CHARACTER: (label: string) => `${label}に使えない文字があります。入力し直してください。`,
    ALREADY_THERE: (label: string) => `同じ${label}が、この一覧にもうあります。`,
    DAY_IN_FUTURE: (label: string) => `${label}を、きょうまでの日付にしてください。`,
    EMAIL_WITHOUT_AT: () => '「@」を入れてください。例：bousai@mihon-aoba.example',
    PHONE_UNREADABLE: (label: string) => `${label}を、10けたか11けたの番号にしてください。例：023-641-1212`,
    POSTAL_CODE_UNREADABLE: () => '郵便番号は7けたの数字で入力してください。例：990-0041',
    URL_UNREADABLE: () => '「https://」ではじまるアドレスを入力してください。',
    OFFICE_NUMBER_LENGTH: () => '事業所番号は10けたです。けた数を確かめてください。',
    OFFICE_NUMBER_CHARACTER: () =>
      '事業所番号に使えない文字があります。数字（3けた目だけ英字も可）で入力してください。',
    OFFICE_NUMBER_CHECK_DIGIT: () =>
      '最後の1けた（検査用の数字）が合いません。打ち間違いか、数字の入れ替わりがあります。指定通知書と見比べてください。',
    OFFICE_NUMBER_TAKEN: () =>
      'この番号は、同じサービスで別の施設に登録されています。番号を確かめてください。',
    SAMPLE_HAS_NO_NUMBER: () => '見本の事業所には番号を付けません。空欄にしてください。',
    SAMPLE_MARK_MISSING: () => '見本の施設の名前には「見本」を入れてください。',
    POINT_OUTSIDE_JAPAN: (label: string) =>
      `${label}が日本の外です。緯度と経度が入れ替わっていないか確かめてください。`,
    AREA_ELSEWHERE: (label: string) => `${label}が、選んだ市町村のものではありません。選び直してください。`,
    NO_WAY_TO_REACH: () => '昼間の電話、夜間・休日の電話、メールのどれか1つを入力してください。',
    ENDS_BEFORE_OPENING: (label: string) => `${label}が、開設した日より前です。確かめてください。`,
    ENDS_BEFORE: (label: string) => `${label}が、始まりより前です。確かめてください。`,
    IN_THE_PAST: (label: string) => `${label}は、もう過ぎています。`,
    IN_THE_FUTURE: (label: string) => `${label}は、まだ先です。きょうまでにしてください。`,
    SUCCESSOR_IS_ITSELF: () => 'この施設そのものは選べません。ほかの施設を選んでください。',
    NOT_A_NUMBER: (label: string) => `${label}を数字で入力してください。`,
    other: (label: string) => `${label}を確かめてください。`,
    elsewhere: (place: string, message: string) =>
      `この画面にない項目に誤りがあります（${place}：${message}）。`,
  },
  failures: {
    offline: '通信できません。電波やネットワークを確かめてから、もう一度お試しください。',
    signedOut: 'ログインの期限が切れました。もう一度ログインしてください。入力した内容は残っています。',
    notFound: '見つかりません。削除されたか、見る権限がない可能性があります。',
    forbidden: 'この操作を行う権限がありません。',
    tooFast: '短い間に何度も操作されました。1分ほど待ってから、もう一度お試しください。',
    outdated:
      '新しい版に入れ替わりました。画面を読み直してください。入力した内容は、この端末に残っています。',
    fault: '申し訳ありません。システムの側で問題が起きました。時間をおいて、もう一度お試しください。',
    faultWithId: (id: string) =>
      `申し訳ありません。システムの側で問題が起きました。お問い合わせのときは、番号 ${id} をお知らせください。`,
  },
} as const
