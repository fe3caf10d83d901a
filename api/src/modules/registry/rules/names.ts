import type { CorporationKind } from '../../../generated/prisma/enums.ts'
import { searchKey, unspaced } from './text.ts'

const ABBREVIATED_FORMS: readonly (readonly [short: RegExp, full: string])[] = [
  [/\((?:社福|福)\)/, '社会福祉法人'],
  [/\(株\)/, '株式会社'],
  [/\(有\)/, '有限会社'],
  [/\((?:同|合同)\)/, '合同会社'],
  [/\(医\)/, '医療法人'],
  [/\((?:特非|NPO)\)|NPO法人/, '特定非営利活動法人'],
  [/\(一社\)/, '一般社団法人'],
  [/\(一財\)/, '一般財団法人'],
  [/\(公社\)/, '公益社団法人'],
  [/\(公財\)/, '公益財団法人'],
]

const withFullForm = (name: string): string =>
  ABBREVIATED_FORMS.reduce((text, [short, full]) => text.replace(short, full), unspaced(name))

/** The kind of a corporation, told by the legal form in its name. */
export function corporationKindOf(name: string): CorporationKind {
  const text = withFullForm(name)
  if (!text.includes('社会福祉法人')) return 'NOT_WELFARE'
  if (text.includes('社会福祉協議会')) return 'COUNCIL'
  if (text.includes('社会福祉事業団')) return 'AGENCY'
  if (text.includes('共同募金会')) return 'COMMUNITY_CHEST'
  return 'GENERAL'
}

/** One spelling of a corporation's name. The legal form stays: 社会福祉法人さくら会 is not 医療法人さくら会. */
export const corporationNameKey = (name: string): string => searchKey(withFullForm(name))

const LEGAL_FORM =
  /^\(?(?:社会福祉法人|(?:社会|特定)?医療法人(?:社団|財団)?|特定非営利活動法人|[一公][般益](?:社団|財団)法人|株式会社|有限会社|合同会社)\)?/

// Words for a kind of service, longest first, with their reading; a name without them is what people call the place.
const TYPE_WORDS: readonly (readonly [word: string, reading: string])[] = [
  ['指定地域密着型介護老人福祉施設', 'していちいきみっちゃくがたかいごろうじんふくししせつ'],
  ['地域密着型小規模特別養護老人ホーム', 'ちいきみっちゃくがたしょうきぼとくべつようごろうじんほーむ'],
  ['ユニット型地域密着型特別養護老人ホーム', 'ゆにっとがたちいきみっちゃくがたとくべつようごろうじんほーむ'],
  ['地域密着型特別養護老人ホーム', 'ちいきみっちゃくがたとくべつようごろうじんほーむ'],
  ['地域密着型介護老人福祉施設', 'ちいきみっちゃくがたかいごろうじんふくししせつ'],
  ['小規模特別養護老人ホーム', 'しょうきぼとくべつようごろうじんほーむ'],
  ['特別養護老人ホーム', 'とくべつようごろうじんほーむ'],
  ['指定介護老人福祉施設', 'していかいごろうじんふくししせつ'],
  ['介護老人福祉施設', 'かいごろうじんふくししせつ'],
  ['介護療養型老人保健施設', 'かいごりょうようがたろうじんほけんしせつ'],
  ['介護老人保健施設', 'かいごろうじんほけんしせつ'],
  ['老人保健施設', 'ろうじんほけんしせつ'],
  ['サービス付き高齢者向け住宅', 'さーびすつきこうれいしゃむけじゅうたく'],
  ['サービス付高齢者向け住宅', 'さーびすつきこうれいしゃむけじゅうたく'],
  ['介護付き有料老人ホーム', 'かいごつきゆうりょうろうじんほーむ'],
  ['介護付有料老人ホーム', 'かいごつきゆうりょうろうじんほーむ'],
  ['有料老人ホーム', 'ゆうりょうろうじんほーむ'],
  ['軽費老人ホーム', 'けいひろうじんほーむ'],
  ['養護老人ホーム', 'ようごろうじんほーむ'],
  ['特定施設入居者生活介護事業所', 'とくていしせつにゅうきょしゃせいかつかいごじぎょうしょ'],
  ['看護小規模多機能型居宅介護事業所', 'かんごしょうきぼたきのうがたきょたくかいごじぎょうしょ'],
  ['看護小規模多機能型居宅介護', 'かんごしょうきぼたきのうがたきょたくかいご'],
  ['看護小規模多機能', 'かんごしょうきぼたきのう'],
  ['指定小規模多機能型居宅介護事業所', 'していしょうきぼたきのうがたきょたくかいごじぎょうしょ'],
  ['小規模多機能型居宅介護支援事業所', 'しょうきぼたきのうがたきょたくかいごしえんじぎょうしょ'],
  ['小規模多機能型居宅介護事業所', 'しょうきぼたきのうがたきょたくかいごじぎょうしょ'],
  ['小規模多機能型居宅介護施設', 'しょうきぼたきのうがたきょたくかいごしせつ'],
  ['小規模多機能型居宅介護', 'しょうきぼたきのうがたきょたくかいご'],
  ['小規模多機能事業所', 'しょうきぼたきのうじぎょうしょ'],
  ['小規模多機能ホーム', 'しょうきぼたきのうほーむ'],
  ['小規模多機能施設', 'しょうきぼたきのうしせつ'],
  ['小規模多機能', 'しょうきぼたきのう'],
  ['多機能ホーム', 'たきのうほーむ'],
  ['認知症対応型通所介護事業所', 'にんちしょうたいおうがたつうしょかいごじぎょうしょ'],
  ['認知症対応型通所介護', 'にんちしょうたいおうがたつうしょかいご'],
  ['認知症高齢者グループホーム', 'にんちしょうこうれいしゃぐるーぷほーむ'],
  ['グループホーム', 'ぐるーぷほーむ'],
  ['デイサービスセンター', 'でいさーびすせんたー'],
  ['デイサービス', 'でいさーびす'],
  ['通所リハビリテーション', 'つうしょりはびりてーしょん'],
  ['訪問リハビリテーション', 'ほうもんりはびりてーしょん'],
  ['訪問入浴介護事業所', 'ほうもんにゅうよくかいごじぎょうしょ'],
  ['指定福祉用具貸与事業所', 'していふくしようぐたいよじぎょうしょ'],
  ['福祉用具貸与事業所', 'ふくしようぐたいよじぎょうしょ'],
  ['障がい者支援施設', 'しょうがいしゃしえんしせつ'],
  ['障害者支援施設', 'しょうがいしゃしえんしせつ'],
  ['児童養護施設', 'じどうようごしせつ'],
  ['介護医療院', 'かいごいりょういん'],
  ['ケアハウス', 'けあはうす'],
  ['救護施設', 'きゅうごしせつ'],
  ['特養', 'とくよう'],
  ['老健', 'ろうけん'],
]

const words = TYPE_WORDS.map(([word]) => word)
const readings = TYPE_WORDS.map(([, reading]) => reading).toSorted((a, b) => b.length - a.length)
const anywhere = new RegExp(words.toSorted((a, b) => b.length - a.length).join('|'), 'gu')
const atStart = new RegExp(`^(?:${words.toSorted((a, b) => b.length - a.length).join('|')})+`, 'u')

/** What people call a place: its name without the kind of service in front. 「特別養護老人ホーム 愛日荘」 → 「愛日荘」. */
export function shortFacilityName(name: string): string {
  const short = name.normalize('NFKC').trim().replace(atStart, '').trim()
  return /^「([^」]+)」$/.exec(short)?.[1] ?? (short === '' ? name : short)
}

/** The reading by which a facility is ordered: hiragana without the kind of service in front. */
export function sortingKana(hiragana: string): string {
  const text = hiragana.replace(/[ 「」『』()・]/g, '')
  const reading = readings.find((start) => text.startsWith(start) && text.length > start.length)
  return reading === undefined ? text : text.slice(reading.length)
}

/**
 * What remains of a place's name when legal form, the corporation's own name and words for services are taken out,
 * so that 「特別養護老人ホーム 菅沢荘」 and 「指定介護老人福祉施設菅沢荘」 can be recognized as one. May be empty.
 */
export function placeNameKey(name: string, corporationName = ''): string {
  const text = unspaced(name)
  const corporation = unspaced(corporationName)
  const own = corporation !== '' && text.startsWith(corporation) ? text.slice(corporation.length) : text
  // Until nothing goes any more: where a word is taken out of the middle, what is left may be such a word again.
  for (let key = own; ;) {
    const less = searchKey(key.replace(LEGAL_FORM, '').replace(anywhere, ''))
    if (less === key) return key
    key = less
  }
}
