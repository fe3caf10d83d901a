import type { NetworkKind } from './kinds.ts'

export type TemplateCode = 'YAMAGATA' | 'COUNCIL_FUND' | 'PROMOTION_CORPORATION' | 'HUB_CONTRACTS'

/** A pattern that a network can be started from; all of it can be changed afterwards. */
export interface Template {
  readonly code: TemplateCode
  readonly kind: NetworkKind
  /** As members would call the pattern. */
  readonly name: string
  /** Where it comes from and whom it suits. */
  readonly about: string
  /** What the new network says of itself until it says it better. */
  readonly description: string
  readonly committees: readonly {
    readonly name: string
    readonly purpose: string
    readonly parent?: string
  }[]
  readonly roles: readonly { readonly name: string; readonly responsibilities: readonly string[] }[]
  readonly yearPlan: readonly { readonly month: number; readonly title: string }[]
}

const voluntaryRoles: Template['roles'] = [
  { name: '会長', responsibilities: ['会を代表する', '総会と役員会を招集し、議長を務める'] },
  { name: '副会長', responsibilities: ['会長を助け、会長がいないときに代わる'] },
  { name: '会計', responsibilities: ['会費の請求と収納', '予算と決算の案を作る'] },
  { name: '監事', responsibilities: ['会計と活動を監査し、総会で報告する'] },
]

const councilYear: Template['yearPlan'] = [
  { month: 4, title: '前年度の決算と監査' },
  { month: 5, title: '総会（事業報告、決算、事業計画、予算）' },
  { month: 6, title: '会費の請求' },
  { month: 9, title: '防災訓練' },
  { month: 11, title: '次年度の事業の希望調べ' },
  { month: 2, title: '役員会（次年度の計画案）' },
  { month: 3, title: '事務局の引き継ぎの準備' },
]

/** The library of patterns, in the order they are offered. */
export const templates: readonly Template[] = [
  {
    code: 'YAMAGATA',
    kind: 'COUNCIL_LED',
    name: '施設長連絡会と6つの部会（山形市の形）',
    about:
      '市内の特別養護老人ホームなどの施設長が連絡会を作り、6つの分野に分かれて一緒に取り組む形です。19法人ほどの規模で、地域貢献と人材の両方を進めたいときに向いています。',
    description: '地域の法人が、地域への貢献と人材の確保に一緒に取り組むための会です。',
    committees: [
      { name: '施設長連絡会', purpose: '各法人の施設長が集まり、部会の活動をまとめる。' },
      { name: '防災部会', purpose: '福祉避難所の準備を助け合い、訓練を行う。', parent: '施設長連絡会' },
      { name: '就労支援部会', purpose: '中間的就労の受け入れ先を広げる。', parent: '施設長連絡会' },
      { name: '更生支援部会', purpose: '出所した人の就労と一時的な生活を支える。', parent: '施設長連絡会' },
      { name: '買い物支援部会', purpose: '空いている送迎車で買い物を支える。', parent: '施設長連絡会' },
      { name: '魅力発信部会', purpose: '介護の仕事の魅力を市民に伝える。', parent: '施設長連絡会' },
      { name: '研修交流部会', purpose: '合同研修と事業所どうしの交流を行う。', parent: '施設長連絡会' },
    ],
    roles: voluntaryRoles,
    yearPlan: [
      ...councilYear,
      { month: 7, title: '合同研修（前期）' },
      { month: 10, title: '介護の魅力発信イベント' },
      { month: 12, title: '合同研修（後期）' },
    ],
  },
  {
    code: 'COUNCIL_FUND',
    kind: 'COUNCIL_LED',
    name: '社協の連絡協議会と共同の基金（兵庫・大阪の形）',
    about:
      '市区町の社会福祉協議会が事務局になり、分野の違う法人が加わる連絡協議会です。会費とは別の拠出金で基金を作り、生活に困っている人を現物で支えます。',
    description: '社会福祉協議会と地域の法人が、共同の基金で困りごとを支えるための会です。',
    committees: [
      { name: '基金運営委員会', purpose: '拠出金の使い方の決まりを守り、支援の可否と上限を判断する。' },
      { name: '相談支援部会', purpose: '各施設の相談員と社協の支援員が組になって相談に当たる。' },
      { name: '福祉避難所部会', purpose: '市と運営の手引きを作り、開設訓練を行う。' },
    ],
    roles: [
      ...voluntaryRoles,
      {
        name: '基金運営委員長',
        responsibilities: ['支援の可否の判断を取りまとめる', '基金の残高を毎月確かめる'],
      },
    ],
    yearPlan: [
      ...councilYear,
      { month: 7, title: '拠出金の請求' },
      { month: 10, title: '基金の中間報告' },
      { month: 1, title: '相談員の事例検討会' },
    ],
  },
  {
    code: 'PROMOTION_CORPORATION',
    kind: 'COLLABORATION_PROMOTION_CORPORATION',
    name: '社会福祉連携推進法人',
    about:
      '所轄庁の認定を受けた一般社団法人として、6つの業務から選んで行う形です。社員総会、理事会、評議会の3つの機関を持ちます。',
    description: '社員である法人が、選んだ社会福祉連携推進業務を一緒に行うための法人です。',
    committees: [
      { name: '業務委員会', purpose: '業務ごとの委員会を束ね、理事会に報告する。' },
      { name: '人材委員会', purpose: '合同の採用、交流、研修を行う。', parent: '業務委員会' },
      { name: '物資委員会', purpose: '共同の購入を行う。', parent: '業務委員会' },
      { name: '災害委員会', purpose: '災害のときに利用者を守る備えを進める。', parent: '業務委員会' },
    ],
    roles: [
      { name: '代表理事', responsibilities: ['法人を代表する', '社員総会と理事会を招集する'] },
      { name: '理事', responsibilities: ['理事会で業務の執行を決める'] },
      { name: '監事', responsibilities: ['理事の職務と計算書類を監査する'] },
      { name: '評議会の構成員', responsibilities: ['意見を述べ、業務を評価する'] },
    ],
    yearPlan: [
      { month: 4, title: '決算の準備' },
      { month: 5, title: '監査と理事会（計算書類の承認）' },
      { month: 6, title: '定時社員総会、所轄庁への届出と公表' },
      { month: 9, title: '評議会による評価' },
      { month: 10, title: '評価の結果の公表' },
      { month: 2, title: '理事会（次年度の事業計画と予算）' },
    ],
  },
  {
    code: 'HUB_CONTRACTS',
    kind: 'CORPORATION_LED',
    name: '大きな法人が中心の業務提携',
    about:
      '本部の機能を持つ法人が中心になり、給与計算、購買、研修などを業務提携の契約ごとに引き受ける形です。総会を置かず、契約ごとに費用と期間を決めます。',
    description: '中心となる法人の本部の機能を、契約によって一緒に使うための集まりです。',
    committees: [{ name: '提携法人連絡会', purpose: '契約している法人が集まり、業務の質と費用を確かめる。' }],
    roles: [
      { name: '代表', responsibilities: ['中心となる法人を代表し、契約を結ぶ'] },
      {
        name: '窓口担当',
        responsibilities: ['契約している法人からの相談を受ける', '業務の実績を毎月まとめる'],
      },
    ],
    yearPlan: [
      { month: 4, title: '契約の更新' },
      { month: 10, title: '実績と費用の中間の確認' },
      { month: 1, title: '次年度の契約の希望調べ' },
      { month: 3, title: '年間の実績の報告' },
    ],
  },
]
