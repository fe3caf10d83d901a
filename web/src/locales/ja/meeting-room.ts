import { ANSWERS, STANDINGS } from './meeting-words.ts'
import { wordIn } from '../../lib/word-in.ts'

/** A threshold of the rulebook, as the sentences below put it in words. */
interface Threshold {
  readonly clause: string
  readonly unit: 'VOTERS' | 'VOTES'
  readonly base: 'ALL' | 'PRESENT' | 'CAST'
  readonly reach: 'MORE_THAN' | 'AT_LEAST'
  readonly numerator: number
  readonly denominator: number
  readonly total: number
  readonly needed: number
}

const UNITS = { VOTERS: '法人', VOTES: '票', HEADS: '名' } as const

/** 「過半数」「3分の2以上」「全員」 */
function shareInWords({ numerator, denominator, reach }: Threshold): string {
  if (numerator === denominator) return '全員'
  if (reach === 'MORE_THAN')
    return numerator * 2 === denominator ? '過半数' : `${denominator}分の${numerator}を超える数`
  return numerator * 2 === denominator ? '半数以上' : `${denominator}分の${numerator}以上`
}

/** Words of the room of a meeting and of the ballot. */
export const meetingRoom = {
  room: {
    back: '会議の案内へもどる',
    when: (moment: string, voters: number, state: string, heads: boolean) =>
      `${moment}　${heads ? '役員' : '会員'} ${voters}　${state}`,
    asOf: (time: string) => `${time} 現在　`,
    connected: 'つながっています',
    disconnected: 'つながっていません。つながると自動で新しくなります',
    until: (time: string) => `${time}まで`,
    noItems: '議案も報告もありません。',
    presentOf: (have: number, needed: number) => `出席 ${have}／必要 ${needed}`,
    spareOf: (count: number) => `余裕 ${count}`,
    short: (count: number) => `不足 ${count}`,
    waitingInWriting: '書面がまだ',
    quorum: '定足数',
    noQuorumAsked: '会則に定足数の定めがありません。',
    met: '成立',
    notMet: '足りません',
    needed: '必要 ',
    spare: '余裕 ',
    missing: '不足 ',
    units: UNITS,
    rule: (threshold: Threshold) =>
      `議決に加われる${threshold.total}${wordIn(UNITS, threshold.unit)}の${shareInWords(threshold)}（${threshold.clause}）`,
    figuresOf: (have: number, needed: number) => `　いま ${have}／必要 ${needed}`,
    votes: '投票',
    result: '結果',
    ofAll: (count: number) => `／${count}`,
    still: 'まだ ',
    hidden: (clause: string) => `賛否は締切のあとに開きます（${clause}）。`,
    soFar: (inFavour: number, against: number, abstaining: number) =>
      `いま 賛成 ${inFavour}・反対 ${against}・棄権 ${abstaining}`,
    notYet: (rule: string, clause: string) => `採決はこのあとです。${rule}（${clause}）`,
    majorityRule: (threshold: Threshold) =>
      `${wordIn({ ALL: '議決に加われる', PRESENT: '出席した', CAST: '賛否を示した' }, threshold.base)}${threshold.total}${wordIn(UNITS, threshold.unit)}の${shareInWords(threshold)}、${threshold.needed}以上の賛成が必要（${threshold.clause}）`,
    cells: '出席の内訳。1マスが1法人です',
    cellsOfHeads: '出席の内訳。1マスが1名です',
    cell: (name: string, standing: string) => `${name}　${standing}`,
    neededAt: (count: number) => `必要 ${count}`,
    counted: (words: string, count: number) => `${words} ${count}`,
    excluded: '除斥',
    excludedOne: (name: string) => `除斥　${name}　`,
    excludedWhy: (reason: string, clause: string) => `${reason.replace(/。$/, '')}（${clause}）。`,
    baseChanged: (base: number, entitled: number) => `数える会員は ${base} → ${entitled} です。`,
    roll: '法人ごとの出席と投票',
    rollOfHeads: '役員ごとの出席と投票',
    suspended: '資格停止中',
    leftAt: (time: string) => `${time} 退席`,
    proxyTo: (position: number | null) => `委任状→${position === null ? '議長' : `${position}番`}`,
    marks: {
      VOTED: '投票済み',
      MISSING: 'まだ',
      NONE: 'なし',
      EXCLUDED: '対象外',
      FOR: '賛成',
      AGAINST: '反対',
      ABSTAIN: '棄権',
    },
    changedTo: (name: string, presence: 'ON_SITE' | 'ONLINE' | 'LEFT') =>
      presence === 'LEFT'
        ? `${name}が退席しました`
        : `${name}が出席しました（${wordIn(STANDINGS, presence)}）`,
    answeredTo: (name: string, answer: keyof typeof ANSWERS) =>
      `${name}が「${wordIn(ANSWERS, answer)}」と回答しました`,
    fell: (before: number, now: number) => `。出席は ${before} → ${now} になりました`,
  },
  act: {
    checkIn: '受付をする',
    open: '開会する',
    recordVote: '電話・FAXの回答を代わりに入れる',
    leave: '退席を記録する',
    conflict: '利害関係を記録する',
    takeUp: (name: string) => `${name}に進む`,
    takenUp: (name: string) => `${name}に進みました。`,
    openVote: '採決を始める',
    closeVote: '採決を締め切る',
    report: '報告を終える',
    reported: (name: string) => `${name}を終えました。`,
    putOff: (name: string) => `${name}を次回に送る`,
    withdraw: (name: string) => `${name}を取り下げる`,
    withdrawTitle: (name: string) => `${name}を取り下げますか`,
    withdrawBody: '取り下げると、この会議では決められません。番号はそのまま残ります。',
    withdrawn: (name: string) => `${name}を取り下げました。`,
    close: '閉会する',
    closeTitle: '閉会しますか',
    closeBody: '閉会すると、出席や票はもう変えられません。このあと議事録を作れます。',
    closed: '閉会しました。',
    declared: (name: string) => `${name}から利害関係の申し出　`,
    accept: '除斥を認める',
    refuse: '認めない',
    of: (name: string) => `（${name}）`,
    accepted: '除斥を認めました。',
    refused: '除斥を認めませんでした。',
  },
  checkIn: {
    title: '受付',
    lead: '出席と答えたところには、はじめから印が付いています。来ていないところだけ直してください。受付は開会の30分前からできます。',
    line: (position: number, name: string) => `${position}　${name}　`,
    notHere: 'いません',
    save: '受付を記録する',
    done: (count: number) => `${count}の出席を記録しました。`,
  },
  open: {
    title: '開会する',
    chair: '議長の会員・役員',
    chairSupport:
      '議長が会員・役員でないときは、選ばないでください。議長への委任状は、ここで選んだ会員が使います。',
    chairName: '議長の名前',
    chairNameSupport: '議事録に載ります。',
    submit: '開会する',
    statement: 'として開会します。',
    done: '開会しました。',
  },
  leave: {
    title: '退席を記録する',
    who: '退席した会員・役員',
    support: '退席すると、このあとの定足数から外れます。もどったときは「受付をする」で直します。',
    submit: '退席を記録する',
    statement: 'として記録します。',
    done: '退席を記録しました。',
  },
  openVote: {
    title: (name: string) => `${name}の採決を始める`,
    until: '投票の締切',
    noEnd: '決めない（「採決を締め切る」を押すまで）',
    minutes: (minutes: string) => `${minutes}分後`,
    submit: '採決を始める',
    statement: (name: string) =>
      `として、${name}の採決を始めます。出席している会員・役員が投票できるようになります。`,
    done: (name: string) => `${name}の採決を始めました。`,
  },
  closeVote: {
    title: (name: string) => `${name}の採決を締め切る`,
    missing: (count: number) => `まだ投票していない会員・役員が${count}あります。締め切ると投票できません。`,
    all: '全員が投票しました。',
    chair: '可否同数です。議長の決定',
    chairSupport: '議長が決めたとおりに選んでください。登録簿に残ります。',
    decisions: { FOR: '可決', AGAINST: '否決' },
    submit: '採決を締め切る',
    statement: (name: string) => `として、${name}の採決を締め切ります。結果は登録簿に載り、変えられません。`,
    done: (name: string) => `${name}の採決を締め切りました。`,
  },
  recordVote: {
    title: (name: string) => `${name}の回答を代わりに入れる`,
    whose: '回答した会員・役員',
    whoseSupport: '同じ回答のところを、まとめて選べます。',
    votedAlready: '投票済み。入れると、前の票と置きかわります。',
    choice: '回答',
    channel: '受けた方法',
    submit: '回答を代わりに入れる',
    statement: 'として代わりに入れます。会員にはそのことが見え、締切まで会員が自分で直せます。',
    done: '回答を入れました。',
  },
  conflict: {
    title: (name: string) => `${name}の利害関係を記録する`,
    who: '利害関係のある会員・役員',
    reason: '理由',
    reasonSupport: '例：契約の相手方のため。会員みんなに見えます。',
    submit: '除斥を記録する',
    statement: 'として、この会員・役員を議決から外します。この議案に入れた票は無効になります。',
    done: '除斥を記録しました。',
  },
  putOff: {
    title: (name: string) => `${name}を次回に送る`,
    to: '送り先の会議',
    support: '準備中の会議だけが選べます。ないときは、先に次の会議の準備を始めてください。',
    nextOfSeries: '次の定例の会議',
    submit: '次回に送る',
    statement: (name: string) =>
      `として、${name}を次の会議に送ります。この議案に入れた書面の票は無効になります。`,
    done: (name: string) => `${name}を次回に送りました。`,
  },
  own: {
    as: (name: string) => `${name}として`,
    onSite: '会場に出席しています',
    online: 'オンラインで出席しています',
    leave: '退席します',
    saidOnSite: '会場での出席を受け付けました。',
    saidOnline: 'オンラインでの出席を受け付けました。',
    saidLeft: '退席を受け付けました。',
    vote: (count: number) => (count > 1 ? `投票する（${count}票）` : '投票する'),
    seeVote: '投票を確かめる・変える',
  },
  ballot: {
    choose: '1　選ぶ',
    confirm: '2　確かめて送る',
    voter: '投票する法人',
    voterHead: '投票する役員',
    voterByProxy: '委任状により代わって投票する法人',
    submit: (name: string, choice: string) => `${name}として「${choice}」で投票する`,
    until: (moment: string) => `${moment} の締切まで、何度でも変えられます。最後の1票だけを数えます。`,
    untilClosed: '採決が締め切られるまで、何度でも変えられます。最後の1票だけを数えます。',
    closed: 'もう変えられません。',
    deadline: (moment: string) => `締切 ${moment}　`,
    toRoom: '会議の画面を見る',
    readText: '議案の全文を読む',
    addReason: '理由を添える',
    reason: '添える理由',
    reasonSupport: '書かなくてもかまいません。票と一緒に記録に残ります。',
    accepted: (choice: string) => `「${choice}」で受け付けました`,
    acceptedAs: (time: string, name: string) => `${time}　${name}として`,
    by: '投票した人',
    ownPeople: 'この法人の人',
    recordedBy: (channel: string) => `${channel}で受けた票を、事務局が代わりに入れました`,
    changing: '変更',
    change: '投票を変える',
    nextOwn: (name: string) => `次は、${name}の投票をする`,
    nextProxy: (name: string) => `次は、委任を受けた${name}の投票をする`,
    nextItem: (title: string) => `次の議案の投票をする：${title}`,
    now: 'いまの採決',
    count: (voted: number, all: number) => `投票 ${voted}／${all}。`,
    byProxyOf: (name: string) => `${name}（委任状）`,
    votedAs: (choice: string) => `「${choice}」で投票済み`,
    notYet: 'まだ',
    noVoter:
      'いまの立場には、この会議の投票権がありません。会員の法人や役員として操作しているか、確かめてください。',
    excluded: (name: string, reason: string, clause: string) =>
      `${name}は、この議案の議決に加わりません（${clause}）。理由：${reason}`,
    waitsForChair: (name: string, reason: string) =>
      `${name}の利害関係の申し出を、議長に伝えました。議長が決めるまでお待ちください。理由：${reason}`,
    isSettled: 'この議案の採決は終わりました。',
    notOpen: (name: string) => `まだ投票できません。採決が始まり、${name}が出席していると投票できます。`,
    conflictLead: (clause: string) => `利害関係があるときは、投票しないで申し出てください（${clause}）。`,
    declare: '利害関係を申し出る',
    conflictReason: '利害関係の内容',
    conflictReasonSupport: '例：契約の相手方のため。会員みんなに見えます。',
    declareSubmit: (name: string) => `${name}として利害関係を申し出る`,
    declared: '利害関係の申し出を受け付けました。',
  },
} as const
