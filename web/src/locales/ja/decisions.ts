interface Measure {
  readonly unit: string
  readonly base: string
  readonly numerator: number
  readonly denominator: number
  readonly reach: string
  readonly total: number
  readonly needed: number
  readonly have: number
  readonly spare: number
}

const unit = (of: string) => (of === 'VOTES' ? '個' : '法人')
const votesUnit = (of: string) => (of === 'VOTES' ? '個' : '票')

const share = ({ numerator, denominator, reach }: Measure): string => {
  if (numerator === 1 && denominator === 2) return reach === 'MORE_THAN' ? '過半数' : '半数以上'
  if (numerator === denominator) return '全部'
  return `${denominator}分の${numerator}${reach === 'MORE_THAN' ? 'を超える数' : '以上'}`
}

const spareOf = ({ spare }: Measure): string =>
  spare >= 0 ? `余裕 ${spare}` : `${String(spare).replace('-', '')} 足りない`

/** Words of the register of decisions. */
export const decisions = {
  title: '議決の登録簿',
  open: '議決の登録簿',
  lead: '会議で決めたことを、番号の順に残しています。あとから書きかえたり消したりすることはできません。',
  caption: '議決の一覧（新しい順）',
  columns: { number: '番号と日', title: '議案', outcome: '結果', tasks: 'このあとの仕事' },
  search: 'ことばで絞り込む',
  year: '年度',
  organ: '会議',
  outcome: '結果',
  all: 'すべて',
  narrow: '絞り込む',
  fiscalYear: (year: number) =>
    year >= 2019 ? `令和${year === 2019 ? '元' : year - 2018}年度` : `平成${year - 1988}年度`,
  organs: {
    GENERAL_MEETING: '総会',
    BOARD: '理事会・役員会',
    EVALUATION_COUNCIL: '評議会',
    COMMITTEE: '部会',
  },
  outcomes: { CARRIED: '可決', REJECTED: '否決', NO_QUORUM: '定足数不足' },
  holding: 'いまも有効なもの',
  none: '当てはまる議決がありません。',
  noneBody: '会議で採決を締め切ると、ここに加わります。条件を付けているときは、外してみてください。',
  pages: '議決の一覧のページ',
  previous: '新しい議決',
  next: '前の議決',
  position: (shown: number, total: number) => `全${total.toLocaleString('ja-JP')}件のうち${shown}件`,
  openTasks: (count: number) => `残り${count}件`,
  noTasks: 'なし',
  supersededShort: '置きかえられました',
  missing: 'この議決は見られません。',
  missingBody: 'ネットワークの会員、事務局として操作すると見られます。',
  number: '議決番号',
  itemNumber: (number: number) => `議案第${number}号`,
  why: {
    CARRIED: 'この議決が成立した理由',
    REJECTED: 'この議案が否決された理由',
    NO_QUORUM: 'この議案を議決できなかった理由',
  },
  states: {
    CHECKED: '確認',
    MET: '満たす',
    NOT_MET: '満たさない',
    NOT_ASKED: '定めなし',
    NOT_USED: '使わない',
    USED: '裁決',
    OPEN: '裁決なし',
  },
  entitled: (count: number) => `議決に加われる会員は ${count} 法人`,
  entitledNote: (roll: number, excluded: number, names: string, suspended: number) =>
    [
      `${roll}法人`,
      excluded > 0 ? `－ 除斥 ${excluded}法人（${names}）` : '',
      suspended > 0 ? `－ 資格の停止 ${suspended}法人` : '',
    ]
      .filter((part) => part !== '')
      .join(' ') + (excluded + suspended === 0 ? 'の全員。除斥はありません' : ''),
  quorum: (measure: Measure) =>
    `出席 ${measure.have} ${unit(measure.unit)}、必要 ${measure.needed} ${unit(measure.unit)}（${spareOf(measure)}）`,
  quorumNote: (measure: Measure, proxies: number, written: number) => {
    const counted = [proxies > 0 ? `委任状${proxies}` : '', written > 0 ? `書面${written}` : '']
      .filter((part) => part !== '')
      .join('・')
    return `${measure.total}${unit(measure.unit)}の${share(measure)}。${counted === '' ? '' : `${counted}を出席に数えました`}`
  },
  quorumNone: '定足数の定めはありません',
  majority: (measure: Measure) =>
    `賛成 ${measure.have}${measure.unit === 'VOTES' ? '個' : ''}、必要 ${measure.needed}${measure.unit === 'VOTES' ? '個' : ''}（${spareOf(measure)}）`,
  majorityNote: (measure: Measure, abstaining: number) => {
    const base = { ALL: '加われる', PRESENT: '出席', CAST: '賛成と反対の' }[measure.base] ?? ''
    const counted =
      abstaining > 0 && measure.base !== 'CAST' ? `棄権${abstaining}は${base}に数え、賛成に数えません` : ''
    return `${base}${measure.total}${measure.base === 'CAST' ? '票' : unit(measure.unit)}の${share(measure)}。${counted}`
  },
  tie: {
    NOT_USED: '同数ではないため、議長の裁決はなし',
    USED: { FOR: '同数のため、議長が可決と裁決', AGAINST: '同数のため、議長が否決と裁決' },
    OPEN: '同数のまま、議長の裁決がありません',
  },
  noSteps: '適用した規則に、この会議の決まりがありません。',
  margins: {
    FEWER_FOR: (count: number, of: string, from: number, to: number) =>
      `賛成があと${count}${votesUnit(of)}少なければ、可決になりませんでした（${from} → ${to}）。`,
    FEWER_PRESENT: (count: number, of: string, from: number, to: number) =>
      `退席があと${count}${unit(of)}あれば、定足数を欠きました（${from} → ${to}）。`,
    MORE_FOR: (count: number, of: string, from: number, to: number) =>
      `あと${count}${votesUnit(of)}が賛成に変われば、可決でした（${from} → ${to}）。`,
    MORE_PRESENT: (count: number, of: string, from: number, to: number) =>
      `あと${count}${unit(of)}の出席があれば、定足数を満たしました（${from} → ${to}）。`,
  },
  tally: '票の数',
  figures: { for: '賛成', against: '反対', abstaining: '棄権', silent: '票なし', total: '合計' },
  ofVotes: (votes: number) => `議決権${votes}個`,
  ballots: '法人ごとの票（記名）',
  ballotColumns: { name: '法人', part: '出席', choice: '票' },
  parts: {
    ON_SITE: '会場',
    ONLINE: 'オンライン',
    PROXY: '委任状',
    WRITTEN: '書面',
    LEFT: '退席',
    ABSENT: '欠席',
    EXCLUDED: '除斥',
    SUSPENDED: '資格の停止',
  },
  choices: { FOR: '賛成', AGAINST: '反対', ABSTAIN: '棄権' },
  /** In a long list the legal form before every name says nothing. */
  shortName: (name: string) => name.replace(/^社会福祉法人[\s\u3000]*/, ''),
  noChoice: '票はありません',
  votes: (count: number) => `${count}個`,
  proxyTo: (holder: string) => `（${holder}へ）`,
  rule: '適用した規則',
  rulebook: '規則',
  judgedBy: (number: number) => `決まり：第${number}版`,
  version: (name: string, number: number) => `${name} 第${number}版`,
  inForceSince: (day: string) => `${day}施行`,
  kind: '区分',
  effect: '効力',
  effectiveFrom: (day: string) => `${day}から`,
  noEffect: 'なし（可決されていません）',
  excluded: '除斥',
  excludedNone: 'なし',
  excludedBecause: (reason: string, moment: string) =>
    `${reason.replace(/。$/, '')}。${moment === '' ? '' : `${moment} 議長が認めました`}`,
  supersededBy: '置きかえ',
  holds: 'なし（この議決が有効）',
  doesNotHold: 'なし',
  replaces: 'この議決が置きかえたもの',
  recomputed: '再計算',
  agrees: '一致',
  disagrees: '不一致',
  recomputedNote: 'いま、票と規則から計算し直しました',
  disagreesNote: '登録された結果と、計算し直した結果が違います。事務局に知らせてください。',
  laterVersion: (name: string, number: number, day: string) =>
    `同じ会議で決めた${name}第${number}版は${day}施行のため、この議決には使っていません。`,
  supersede: '置きかえた議決を記録する',
  supersedeTitle: '置きかえた議決を記録する',
  supersedeBody: 'あとの議決がこの議決に代わったときに記録します。この議決も、登録簿に残ります。',
  supersedeWhich: 'この議決に代わる議決',
  superseded: '置きかえを記録しました。',
  supersedeNone: '同じ登録簿に、これよりあとの可決された議決がありません。',
  tasks: 'このあとの仕事',
  taskColumns: { task: '仕事と担当', due: '期限' },
  tasksNone: '決まっている仕事はありません。',
  secretariat: '事務局',
  taskStates: { TO_DO: 'これから', IN_HAND: '作業中', DONE: '済み', DROPPED: '取りやめ' },
  addTask: '仕事を加える',
  taskTitle: '仕事',
  taskTitleSupport: '例：契約書を取り交わす',
  taskOwner: '担当',
  taskDue: '期限',
  taskAdd: '加える',
  taskStatement: 'として、この議決の仕事に加えます。担当の法人の「やること」に出ます。',
  taskAdded: '仕事を加えました。',
  takeInHand: '取りかかる',
  finish: '済みにする',
  drop: '取りやめる',
  reopen: 'やり直しにする',
  ofTask: (verb: string, task: string) => `${task}：${verb}`,
  taskChanged: (task: string, state: string) => `「${task}」を${state}にしました。`,
  dropTitle: (task: string) => `「${task}」を取りやめますか`,
  dropReason: '理由',
  dropReasonSupport: '200字まで。議決の画面に残ります。',
  dropped: (reason: string) => `理由：${reason}`,
  close: '閉じる',
  minutes: '議事録を開く',
  csv: '票と規則をCSVで保存',
} as const
