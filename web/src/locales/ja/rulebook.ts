/** Words of the pages about a network's rulebook. */
/** 14 → 第14条; a branch stands behind: 14の2 → 第14条の2. */
const articleName = (number: string): string => number.replace(/^([0-9]+)/, '第$1条')

export const rulebook = {
  title: '会則',
  lead: '議決のしかたは、この会則のとおりに計算しています。',
  network: 'ネットワーク',
  none: 'このネットワークには、まだ会則が登録されていません。',
  noneBody: '会則を登録すると、総会や役員会の成立と議決を、条文のとおりに計算できるようになります。',
  noneForReaders: '事務局か会長が登録します。',
  version: (number: number) => `第${number}版`,
  draft: '改正案',
  draftNone: 'いま、改正案はありません。',
  draftOf: (number: number) => `第${number}版の案`,
  inForceSince: (day: string) => `${day}から施行`,
  inForceFrom: (day: string) => `${day}に施行予定`,
  until: (from: string, to: string) => `${from}から${to}まで施行`,
  adopted: (day: string) => `${day}に議決`,
  notInForce: 'いま施行している版ではありません。',
  seeInForce: 'いま施行している版を見る',
  draftNotice: 'これは改正案です。施行するまで、議決の計算には使いません。',
  articles: '条文',
  article: (number: string, heading: string) => `${articleName(number)}（${heading}）`,
  articlesNone: '条文は、まだ入力されていません。',
  rules: '議決のしかた',
  rulesLead: '会則の条文を、計算に使う決まりにしたものです。',
  cited: (sentence: string, clause: string) => `${sentence}（${clause}）。`,
  unconfirmed: '未確認',
  /** As it stands at the end of a clause, in every language. */
  unconfirmedRemark: '（文言は未確認）',
  versions: '版の一覧',
  versionsCaption: '会則の版',
  columns: { version: '版', time: '施行', adopted: '議決', note: '変わったこと', compare: '比べる' },
  compareWith: (older: string) => `${older}と比べる`,
  compareNone: '最初の版',
  compare: {
    title: '会則の版を比べる',
    lead: (older: string, newer: string) =>
      `${older}と${newer}を比べています。変わったところだけを表示しています。`,
    none: '違いはありません。',
    rules: '議決のしかたの違い',
    articles: '条文の違い',
    rulesCaption: '変わった決まり',
    articlesCaption: '変わった条文',
    what: '項目',
    added: '（なし）',
    removed: '（削除）',
  },
  groups: { MEMBERS: '会員と議決権', OFFICES: '役員の任期と運営' },
  nouns: { MEMBER: '会員', SHAREHOLDER: '社員', OFFICER: '役員', DIRECTOR: '理事', COUNCILLOR: '評議員' },
  share: (numerator: number, denominator: number, more: boolean) => {
    if (numerator === denominator) return '全員'
    if (!more) return `${denominator}分の${numerator}以上`
    return numerator * 2 === denominator ? '過半数' : `${denominator}分の${numerator}を超える数`
  },
  sentences: {
    quorum: (organ: string, quorums: readonly string[]) =>
      `${organ}は、${quorums.join('と、')}の出席で成立します`,
    noQuorum: (organ: string) => `${organ}の成立に、出席者の数の定めはありません`,
    ofVoters: (noun: string, share: string) => `議決に加われる${noun}の${share}`,
    ofVotes: (noun: string, share: string) => `総議決権の${share}をもつ${noun}`,
    counted: (ways: readonly string[]) => `会場に来た人のほかに、${ways.join('・')}を出席に数えます`,
    countedNone: '会場に来た人だけを出席に数えます',
    ways: { online: 'オンライン', proxy: '委任状', written: '書面' },
    resolution: (name: string, majorities: readonly string[]) =>
      `${name}は、${majorities.join('と、')}の賛成で決まります`,
    majority: {
      ALL_VOTERS: (noun: string, share: string) => `すべての${noun}の${share}`,
      ALL_VOTES: (_noun: string, share: string) => `すべての議決権の${share}`,
      PRESENT_VOTERS: (noun: string, share: string) => `出席した${noun}の${share}`,
      PRESENT_VOTES: (noun: string, share: string) => `出席した${noun}の議決権の${share}`,
      CAST_VOTERS: (noun: string, share: string) => `賛成か反対を示した${noun}の${share}`,
      CAST_VOTES: (_noun: string, share: string) => `賛成と反対の票の${share}`,
    },
    ownQuorum: (name: string, quorums: readonly string[]) =>
      `${name}には、${quorums.join('と、')}の出席が要ります`,
    noOwnQuorum: (name: string) => `${name}には、出席者の数の定めはありません`,
    tie: (name: string) => `${name}が可否同数のときは、議長が決めます`,
    notice: (organ: string, days: number) =>
      days === 0
        ? `${organ}の招集に、日数の定めはありません`
        : `${organ}は、会日との間に${days}日以上おいて招集します`,
    noticeIfWritten: (days: number) => `書面での議決を認めるときは、${days}日以上おきます`,
    waived: (noun: string) => `${noun}の全員が同意すれば、招集の期間を短くできます`,
    notWaivedIfWritten: '書面での議決を認めるときは、同意があっても短くできません',
    recordDay: (noun: string, organ: string) => `${organ}の日の${noun}が議決に加わります`,
    recordBefore: (noun: string, organ: string, days: number) =>
      `${organ}の${days}日前の${noun}が議決に加わります`,
    proxy: (perHolder: number | null) =>
      perHolder === null
        ? '委任状による議決を認めます'
        : `委任状による議決を認めます。1人が預かれるのは${perHolder}件までです`,
    noProxy: '委任状による議決は認めません',
    written: '会議の前の、書面による議決を認めます',
    noWritten: '会議の前の、書面による議決は認めません',
    conflict: {
      NOBODY: (noun: string) => `特別の利害関係がある${noun}も、議決に加わります`,
      FROM_MAJORITY: (noun: string) =>
        `特別の利害関係がある${noun}は、出席には数えますが、議決には加わりません`,
      FROM_QUORUM_AND_MAJORITY: (noun: string) => `特別の利害関係がある${noun}は、出席にも議決にも数えません`,
    },
    suspended: (noun: string, counted: boolean) =>
      counted
        ? `権利を停止された${noun}は議決に加わりませんが、全体の数には入れます`
        : `権利を停止された${noun}は議決に加わらず、全体の数にも入れません`,
    chairTieOnly: '議長は、可否同数のときだけ議決に加わります',
    chairVotes: '議長も、ほかの人と同じように議決に加わります',
    hidden: 'だれが賛成し、だれが反対したかは、採決が終わるまで表示しません',
    shown: 'だれが賛成し、だれが反対したかは、採決の間も表示します',
    writtenResolution: (organ: string) => `${organ}を開かずに、書面で議決できます`,
    omission: (noun: string, auditor: boolean) =>
      auditor
        ? `${noun}の全員が同意し、監事の異議がなければ、会議を開かずに決めたものとみなします`
        : `${noun}の全員が同意すれば、会議を開かずに決めたものとみなします`,
    memberClass: (name: string, who: string, votes: number) =>
      votes === 0
        ? `${name}には、${who}なれます。議決権はありません`
        : `${name}には、${who}なれます。議決権は${votes}個です`,
    openTo: {
      WELFARE_CORPORATIONS: '社会福祉法人が',
      OTHERS: '社会福祉法人以外の団体が',
      ALL: '社会福祉法人もほかの団体も',
    },
    equal: '同じ種別の会員は、同じ数の議決権をもちます',
    weighted: '会員ごとに、理由を示して議決権の数を変えられます',
    largestShare: (numerator: number, denominator: number) =>
      numerator * 2 === denominator
        ? '1つの会員が、議決権の過半数をもつことはできません'
        : `1つの会員がもてる議決権は、全体の${denominator}分の${numerator}までです`,
    welfareMajority: '社会福祉法人が、議決権の過半数をもたなければなりません',
    term: (office: string, years: number) => `${office}の任期は${years}年です`,
    administrators: (least: number) => `事務を行う人を${least}人以上おきます`,
    leaving: (days: number) =>
      days === 0 ? '退会は、いつでも届け出られます' : `退会は、${days}日前までに届け出ます`,
  },
  trial: {
    title: 'ためす',
    lead: '人数を入れると、この版の決まりで計算します。何も保存しません。',
    organ: '会議',
    resolution: '議決の種類',
    members: '議決に加われる数',
    present: '会場・オンラインの出席',
    proxies: '委任状（議長あて）',
    written: '書面',
    conflicted: '出席のうち利害関係のある数',
    inFavour: '賛成',
    against: '反対',
    abstaining: '棄権',
    run: '計算する',
    chair: '可否同数のときの議長',
    chairs: { NONE: 'まだ決めていない', FOR: '賛成', AGAINST: '反対' },
    outcomes: {
      CARRIED: '可決です',
      REJECTED: '否決です',
      NO_QUORUM: '成立しません',
      TIED: '可否同数です。議長が決めます',
    },
    faults: {
      NOT_A_NUMBER_OF_PEOPLE: '人数は0から999までで入れてください。',
      MORE_THERE_THAN_MEMBERS: '出席・委任状・書面の合計が、議決に加われる数を超えています。',
      MORE_CONFLICTED_THAN_PRESENT: '利害関係のある数が、出席の数を超えています。',
      MORE_BALLOTS_THAN_VOTERS: '賛成・反対・棄権の合計が、議決に加わる数を超えています。',
    },
    unknown: 'この会議では、その議決はできません。',
    quorum: '成立',
    majority: '議決',
    met: (have: number, needed: number, total: number, clause: string) =>
      `足りています：${total}のうち${needed}以上が必要で、${have}あります（${clause}）。`,
    missing: (have: number, needed: number, total: number, clause: string) =>
      `${needed - have}足りません：${total}のうち${needed}以上が必要で、${have}です（${clause}）。`,
    noQuorum: '出席者の数の定めはありません。',
  },
  start: {
    title: '改正案をつくる',
    first: '会則を登録する',
    from: '何をもとにつくりますか',
    sources: {
      LATEST: '最新の版をもとにする',
      VOLUNTARY: '任意の連絡会の会則のひな形から',
      PROMOTION_CORPORATION: '社会福祉連携推進法人の法令の定めから',
    },
    make: '案をつくる',
    made: '改正案をつくりました。',
    openDraft: '改正案を開く',
  },
  edit: {
    title: '改正案を直す',
    lead: '文を選び、数を入れると、議決の計算に使う決まりになります。',
    note: '変わること',
    noteSupport: '会員が版の一覧で読みます。1文で書いてください。',
    clause: '条文',
    clauseSupport: '例：会則第14条1項',
    noticeDays: '招集から会日までにおく日数',
    noticeDaysIfWritten: '書面での議決を認めるときの日数',
    quorum: (organ: string) => `${organ}が成立する出席`,
    counted: {
      online: 'オンラインの参加',
      proxy: '委任状',
      written: '書面による議決',
    },
    ways: {
      NOT_ALLOWED: '認めない',
      ALLOWED: '認めるが、出席には数えない',
      COUNTED: '認めて、出席に数える',
    },
    onlineWays: { COUNTED: '出席に数える', ALLOWED: '出席には数えない' },
    conflict: '特別の利害関係があるとき',
    suspension: '権利を停止された会員',
    chair: '議長の議決',
    chairs: {
      SETTLES: 'ほかの人と同じように加わり、可否同数のときは決める',
      ALWAYS: 'ほかの人と同じように加わる。可否同数は否決',
      TIE_ONLY: '可否同数のときだけ加わる',
    },
    hidden: '賛否の表示',
    writtenResolution: '会議を開かない、書面での議決',
    allowed: { YES: '認める', NO: '認めない' },
    quorums: {
      NONE: '定めない',
      HALF: '過半数の出席',
      AT_LEAST_HALF: '2分の1以上の出席',
      TWO_THIRDS: '3分の2以上の出席',
      HALF_OF_VOTES: '総議決権の過半数をもつ人の出席',
      ORGAN: '会議の成立と同じ',
      KEPT: 'いまの定めのまま',
    },
    majorities: {
      PRESENT_HALF: '出席した人の過半数',
      CAST_HALF: '賛成と反対の票の過半数（棄権を数えない）',
      PRESENT_TWO_THIRDS: '出席した人の3分の2以上',
      ALL_HALF: '全体の過半数',
      ALL_TWO_THIRDS: '全体の3分の2以上',
      KEPT: 'いまの定めのまま',
    },
    majority: (name: string) => `${name}に要る賛成`,
    resolutionQuorum: (name: string) => `${name}に要る出席`,
    tie: (name: string) => `${name}の可否同数`,
    ties: { YES: '議長が決める', NO: '否決とする' },
    offices: '任期と運営',
    years: (office: string) => `${office}の任期（年）`,
    least: '事務を行う人の最少の数',
    leaving: '退会を届け出る期限（日前）',
    articles: '条文',
    articleNumber: '条の番号',
    articleNumberSupport: '例：14、14の2',
    heading: '見出し',
    text: '本文',
    newArticle: '新しい条',
    remove: (number: string) => `${articleName(number)}を除く`,
    removeNew: 'この条を加えない',
    parts: {
      quorum: '成立と出席',
      notice: '招集の日数',
      fairness: '利害関係・権利の停止・議長',
      ballots: '賛否の表示と、書面での議決',
    },
    add: '条を加える',
    statement: 'として保存します。施行するまで、議決の計算には使いません。',
    save: '改正案を保存する',
    saved: '改正案を保存しました。',
    leave: '会則に戻る',
    wrong: {
      NUMBER: '数を入れてください。',
      SHARE_ABOVE_ALL: '全体を超える割合は選べません。',
      NOTICE_SHORTER_IN_WRITING: '書面での議決を認めるときの日数は、ふだんの日数より短くできません。',
      COUNTS_PROXIES_IT_DOES_NOT_ALLOW: '認めない委任状は、出席に数えられません。',
      COUNTS_WRITING_IT_DOES_NOT_ALLOW: '認めない書面は、出席に数えられません。',
      CHAIR_NEVER_VOTES: '可否同数のときだけ加わる議長には、可否同数を決める権限が要ります。',
      CHAIR_SETTLES_NO_TIES: '議長が可否同数を決めない会議です。「否決とする」を選んでください。',
      MAJORITY_KNOWS_NO_TIE: '可否同数を議長が決められるのは、出席した人か票の過半数で決めるときだけです。',
      ARTICLE_NUMBER_TWICE: '同じ番号の条が2つあります。',
      WRONG_FORMAT: '「14」か「14の2」のように書いてください。',
    },
  },
  /** What the statute does not allow, by its code. */
  statute: {
    lead: (count: number) =>
      `法律で決まっていて、定款では変えられないことが${count}か所あります。直すまで施行できません。`,
    fault: (sentence: string, clause: string) => `${sentence}（${clause}）。`,
    faults: {
      BODY_MISSING: '社員総会と理事会の両方の決まりを入れてください',
      WRONG_VOTERS: '社員総会は社員、理事会は理事が決めます',
      NOTICE_TOO_SHORT:
        '社員総会の招集は、1週間（書面・オンラインの投票ができるときは2週間）より短くできません',
      NOTICE_WAIVED_IN_WRITING:
        '書面・オンラインの投票ができるときは、全員の同意でも招集の期間を短くできません',
      PROXIES_KEPT_OUT: '社員は代理人で議決権を使えます。委任状を認め、出席に数えてください',
      WRITING_NOT_COUNTED: '書面で投票した社員は、出席に数えます',
      DECIDES_IN_WRITING_BY_MAJORITY: '会議を開かずに決められるのは、全員が同意したときだけです',
      SPECIAL_RESOLUTION_MISSING: '社員総会に特別決議の決まりを入れてください',
      SPECIAL_RESOLUTION_TOO_WEAK:
        '特別決議（定款の変更など）は、総社員の半数以上で、すべての議決権の3分の2以上の賛成より軽くできません',
      PROXIES_IN_THE_BOARD: '理事会では、委任状を使えません',
      WRITING_IN_THE_BOARD: '理事会では、書面で投票できません',
      BOARD_QUORUM_TOO_SMALL: '理事会は、議決に加われる理事の過半数の出席が要ります',
      BOARD_MAJORITY_TOO_SMALL: '理事会の議決は、出席した理事の過半数の賛成が要ります',
      INTERESTED_DIRECTOR_COUNTS: '特別の利害関係がある理事は、出席にも議決にも数えません',
      AUDITOR_CANNOT_OBJECT: '監事が異議を述べたときは、理事会を省いて決められません',
      DIRECTORS_STAY_TOO_LONG: '理事の任期は、2年より長くできません',
      AUDITORS_STAY_TOO_LONG: '監事の任期は、4年より長くできません',
      ONE_MEMBER_MAY_HOLD_TOO_MUCH: 'ひとつの社員が議決権の半分を超えて持てない決まりを入れてください',
      WELFARE_MAJORITY_MISSING: '社会福祉法人が議決権の過半数を持つ決まりを入れてください',
    },
  },
  adopt: {
    open: 'この案を施行する',
    title: '改正案を施行しますか',
    body: '施行する日から、議決をこの版で計算します。施行した版は、あとから変えられません。',
    effectiveOn: '施行する日',
    adoptedOn: '議決した日',
    decision: '会則を改めた議決',
    decisionSupport: '可決された、会則の改正か特別決議の議決だけを選べます。',
    decisionNone: '会則を改めた可決の議決が、議決の記録にまだありません。総会で議決してから施行します。',
    statement: 'として施行します。',
    submit: 'この日から施行する',
    done: '会則を施行しました。',
    close: 'やめる',
  },
  drop: {
    open: '改正案を取りやめる',
    title: '改正案を取りやめますか',
    body: 'この案は消えます。施行した版はそのまま残ります。',
    submit: '取りやめる',
    done: '改正案を取りやめました。',
  },
} as const
