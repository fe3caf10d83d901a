import type { ServiceScheme } from '../../../generated/prisma/enums.ts'

/** One row of the master data an installation starts with; the system operator edits it afterwards. */
export interface ServiceKindSeed {
  readonly scheme: ServiceScheme
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly source: string
  readonly confirmed: boolean
  readonly validFrom: string
  readonly validTo: string | null
}

const PUBLISHED = '介護サービス情報公表システム オープンデータ（厚生労働省、2025年12月末）'
const READERS = '公表データを読む公開プログラムのコード表（原典は未確認）'
const BILLING = '障害福祉の請求プログラムの公開コード表（原典は未確認）'
const COMMON = '一般の知識（原典は未確認）'
const ACT = '社会福祉法第2条（コードは結で付けたもの）'

type Row = readonly [code: string, name: string, shortName: string, source: string]

const kinds = (scheme: ServiceScheme, validFrom: string, rows: readonly Row[]): readonly ServiceKindSeed[] =>
  rows.map(([code, name, shortName, source]) => ({
    scheme,
    code,
    name,
    shortName,
    source,
    confirmed: source === PUBLISHED,
    validFrom,
    validTo: null,
  }))

// 介護 uses the three-digit code of 介護サービス情報公表 where there is one, else the code of the claim.
// Their order decides two things: how lists of services are sorted, and which of a place's services names the place.
const KAIGO = kinds('KAIGO', '2000-04-01', [
  ['510', '介護老人福祉施設', '特別養護老人ホーム', PUBLISHED],
  ['540', '地域密着型介護老人福祉施設入所者生活介護', '地域密着型の特養', PUBLISHED],
  ['520', '介護老人保健施設', '老人保健施設', PUBLISHED],
  ['550', '介護医療院', '介護医療院', PUBLISHED],
  ['331', '特定施設入居者生活介護（有料老人ホーム）', '有料老人ホーム', PUBLISHED],
  ['332', '特定施設入居者生活介護（軽費老人ホーム）', '軽費老人ホーム', PUBLISHED],
  [
    '334',
    '特定施設入居者生活介護（有料老人ホーム（サービス付き高齢者向け住宅））',
    'サービス付き高齢者向け住宅',
    PUBLISHED,
  ],
  [
    '335',
    '特定施設入居者生活介護（外部サービス利用型、有料老人ホーム）',
    '有料老人ホーム（外部サービス）',
    READERS,
  ],
  [
    '336',
    '特定施設入居者生活介護（外部サービス利用型、軽費老人ホーム）',
    '軽費老人ホーム（外部サービス）',
    READERS,
  ],
  [
    '337',
    '特定施設入居者生活介護（外部サービス利用型、サービス付き高齢者向け住宅）',
    'サ高住（外部サービス）',
    READERS,
  ],
  ['361', '地域密着型特定施設入居者生活介護（有料老人ホーム）', '地域密着型の有料老人ホーム', READERS],
  ['362', '地域密着型特定施設入居者生活介護（軽費老人ホーム）', '地域密着型の軽費老人ホーム', READERS],
  [
    '364',
    '地域密着型特定施設入居者生活介護（有料老人ホーム（サービス付き高齢者向け住宅））',
    '地域密着型のサ高住',
    PUBLISHED,
  ],
  ['320', '認知症対応型共同生活介護', 'グループホーム', READERS],
  ['770', '看護小規模多機能型居宅介護（複合型サービス）', '看護小規模多機能', PUBLISHED],
  ['730', '小規模多機能型居宅介護', '小規模多機能', PUBLISHED],
  ['210', '短期入所生活介護', 'ショートステイ', READERS],
  ['220', '短期入所療養介護（介護老人保健施設）', '短期入所療養（老健）', PUBLISHED],
  ['230', '短期入所療養介護（療養病床を有する病院等）', '短期入所療養（病院）', PUBLISHED],
  ['551', '短期入所療養介護（介護医療院）', '短期入所療養（介護医療院）', PUBLISHED],
  ['150', '通所介護', 'デイサービス', READERS],
  ['155', '療養通所介護', '療養通所介護', READERS],
  ['780', '地域密着型通所介護', '地域密着型のデイサービス', READERS],
  ['720', '認知症対応型通所介護', '認知症デイサービス', PUBLISHED],
  ['160', '通所リハビリテーション', 'デイケア', PUBLISHED],
  ['760', '定期巡回・随時対応型訪問介護看護', '定期巡回・随時対応', PUBLISHED],
  ['710', '夜間対応型訪問介護', '夜間の訪問介護', PUBLISHED],
  ['110', '訪問介護', '訪問介護', READERS],
  ['120', '訪問入浴介護', '訪問入浴', PUBLISHED],
  ['130', '訪問看護', '訪問看護', READERS],
  ['140', '訪問リハビリテーション', '訪問リハビリ', PUBLISHED],
  ['31', '居宅療養管理指導', '居宅療養管理指導', COMMON],
  ['430', '居宅介護支援', 'ケアプラン作成', READERS],
  ['170', '福祉用具貸与', '福祉用具の貸与', PUBLISHED],
  ['410', '特定福祉用具販売', '福祉用具の販売', PUBLISHED],
  ['62', '介護予防訪問入浴介護', '予防 訪問入浴', COMMON],
  ['63', '介護予防訪問看護', '予防 訪問看護', COMMON],
  ['64', '介護予防訪問リハビリテーション', '予防 訪問リハビリ', COMMON],
  ['66', '介護予防通所リハビリテーション', '予防 デイケア', COMMON],
  ['34', '介護予防居宅療養管理指導', '予防 居宅療養管理指導', COMMON],
  ['74', '介護予防認知症対応型通所介護', '予防 認知症デイサービス', COMMON],
  ['75', '介護予防小規模多機能型居宅介護', '予防 小規模多機能', COMMON],
  ['A2', '総合事業 訪問型サービス（独自）', '総合事業 訪問型', COMMON],
  ['A6', '総合事業 通所型サービス（独自）', '総合事業 通所型', COMMON],
  ['53', '介護療養型医療施設（廃止）', '介護療養型医療施設', COMMON],
])

const SHOGAI = kinds('SHOGAI', '2006-04-01', [
  ['32', '施設入所支援', '障害者支援施設', BILLING],
  ['33', '共同生活援助', '障害者グループホーム', BILLING],
  ['22', '生活介護', '生活介護', BILLING],
  ['24', '短期入所', '短期入所（障害）', BILLING],
  ['35', '自立生活援助', '自立生活援助', BILLING],
  ['41', '自立訓練（機能訓練）', '機能訓練', BILLING],
  ['43', '就労移行支援', '就労移行支援', BILLING],
  ['45', '就労継続支援A型', '就労継続支援A型', BILLING],
  ['46', '就労継続支援B型', '就労継続支援B型', BILLING],
  ['47', '就労定着支援', '就労定着支援', BILLING],
  ['11', '居宅介護', '居宅介護（障害）', COMMON],
  ['12', '重度訪問介護', '重度訪問介護', COMMON],
  ['13', '行動援護', '行動援護', COMMON],
  ['14', '重度障害者等包括支援', '重度包括支援', COMMON],
  ['15', '同行援護', '同行援護', COMMON],
  ['21', '療養介護', '療養介護', COMMON],
  ['34', '宿泊型自立訓練', '宿泊型自立訓練', COMMON],
  ['42', '自立訓練（生活訓練）', '生活訓練', COMMON],
  ['52', '計画相談支援', '計画相談', COMMON],
  ['53', '地域移行支援', '地域移行', COMMON],
  ['54', '地域定着支援', '地域定着', COMMON],
  ['55', '障害児相談支援', '障害児相談', COMMON],
  ['61', '児童発達支援', '児童発達支援', COMMON],
  ['63', '放課後等デイサービス', '放課後等デイサービス', COMMON],
  ['64', '保育所等訪問支援', '保育所等訪問', COMMON],
])

const CHILD = kinds('CHILD', '1951-06-01', [
  ['hoikusho', '保育所', '保育所', ACT],
  ['kodomoen', '幼保連携型認定こども園', '認定こども園', ACT],
  ['yogo', '児童養護施設', '児童養護施設', ACT],
])

const OTHER = kinds('OTHER', '1951-06-01', [
  ['yogo-rojin', '養護老人ホーム', '養護老人ホーム', ACT],
  ['keihi-rojin', '軽費老人ホーム', 'ケアハウス', ACT],
  ['kyugo', '救護施設', '救護施設', ACT],
  ['hokatsu', '地域包括支援センター', '地域包括支援センター', COMMON],
])

/** The service codes an installation starts with, in their order. */
export const SERVICE_KINDS: readonly ServiceKindSeed[] = [...KAIGO, ...SHOGAI, ...CHILD, ...OTHER]

/** The code under which 介護サービス情報公表 files a service, told by the name in the column サービスの種類. */
export const careServiceCode = (serviceName: string): string | null =>
  CODES.KAIGO.get(inOneSpelling(serviceName)) ?? null

/** The code of a 障害福祉 service, told by the name in the column サービス種別 of WAM. */
export const disabilityServiceCode = (serviceName: string): string | null =>
  CODES.SHOGAI.get(inOneSpelling(serviceName)) ?? null

/** Scheme and code of a service, told by its full or its short name; null where two services bear the name. */
export function serviceByName(name: string): { scheme: ServiceScheme; code: string } | null {
  const wanted = inOneSpelling(name)
  const full = SERVICE_KINDS.filter((kind) => inOneSpelling(kind.name) === wanted)
  const named =
    full.length > 0 ? full : SERVICE_KINDS.filter((kind) => inOneSpelling(kind.shortName) === wanted)
  const [only, ...others] = named
  return only && others.length === 0 ? { scheme: only.scheme, code: only.code } : null
}

// The releases mix half-width and full-width brackets in one name, and write some services inside another's name.
function inOneSpelling(name: string): string {
  const text = name.normalize('NFKC').replace(/[\s_]/g, '')
  const inside = /^地域相談支援\((地域移行|地域定着)(?:支援)?\)$/.exec(text)?.[1]
  return inside === undefined ? text.replace(/[()]/g, '').toUpperCase() : `${inside}支援`
}

const codesOf = (rows: readonly ServiceKindSeed[]): ReadonlyMap<string, string> =>
  new Map(rows.map(({ name, code }) => [inOneSpelling(name), code]))

const CODES = { KAIGO: codesOf(KAIGO), SHOGAI: codesOf(SHOGAI) }

/** Scheme and code in one, as filters and addresses of pages carry it. */
export const serviceKey = ({ scheme, code }: { scheme: ServiceScheme; code: string }): string =>
  `${scheme}-${code}`

/** The parts of such a key, or null if it is none. */
export function readServiceKey(key: string): { scheme: ServiceScheme; code: string } | null {
  const [, scheme, code] = /^(KAIGO|SHOGAI|CHILD|OTHER)-(.+)$/.exec(key) ?? []
  return scheme && code ? { scheme: scheme as ServiceScheme, code } : null
}
