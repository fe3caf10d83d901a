import type { ImportFormat, ImportTarget } from '../reading.ts'
import { HAZARDS, type Field } from './fields.ts'

/** One column of a format. */
export interface LayoutColumn {
  readonly field: Field
  /** Its heading in the current release first, then others that mean the same, in the order in which they count. */
  readonly headings: readonly string[]
  readonly needed: boolean
}

/** A format of published files, told by its headings. */
export interface Layout {
  readonly format: Exclude<ImportFormat, 'MAPPED'>
  readonly target: ImportTarget
  readonly columns: readonly LayoutColumn[]
  /** Headings of the format that the registry has no use for. */
  readonly unread: readonly string[]
  /** Where the needed columns are too common to tell the format: so many of these fields must be there too. */
  readonly signs?: { readonly fields: readonly Field[]; readonly atLeast: number }
}

const needed = (field: Field, ...headings: string[]): LayoutColumn => ({ field, headings, needed: true })
const optional = (field: Field, ...headings: string[]): LayoutColumn => ({ field, headings, needed: false })

const MUNICIPALITY_CODES = [
  '市区町村コード',
  '都道府県コード又は市区町村コード',
  '全国地方公共団体コード',
  '地方公共団体コード',
  '自治体コード',
  '団体コード',
  '都道府県コード',
]

const CONTACT = [
  optional('phone', '電話番号', '電話', 'TEL', '連絡先電話番号'),
  optional('fax', 'FAX番号', 'FAX', 'ファックス番号', 'ファクス番号'),
  optional('url', 'URL', 'ホームページ', 'ホームページURL', 'HP', 'ウェブサイト'),
]

const PLACE = [
  optional('building', '方書（ビル名等）', '建物名等(方書)', '方書', '建物名', '建物名等'),
  optional('latitude', '緯度'),
  optional('longitude', '経度'),
]

const CARE_SERVICES: Layout = {
  format: 'CARE_SERVICES',
  target: 'OFFICE',
  columns: [
    optional('municipalityCode', '都道府県コード又は市町村コード', ...MUNICIPALITY_CODES),
    optional('prefecture', '都道府県名', '都道府県'),
    optional('municipalityName', '市区町村名', '市区町村'),
    needed('name', '事業所名', '事業所名称', '事業所の名称', '施設・事業所名'),
    optional(
      'kana',
      '事業所名カナ',
      '事業所名称カナ',
      '事業所名称_カナ',
      '事業所名_カナ',
      '事業所の名称_かな',
      '事業所名フリガナ',
    ),
    needed('serviceName', 'サービスの種類', 'サービス種類', 'サービス種別', '介護サービスの種類'),
    needed('address', '住所', '所在地', '事業所住所', '事業所所在地', '事業所の所在地'),
    ...PLACE,
    ...CONTACT,
    needed('corporateNumber', '法人番号'),
    needed('corporationName', '法人の名称', '法人名', '法人名称'),
    needed('officeNumber', '事業所番号', '介護保険事業所番号', '介護事業所番号', '指定事業所番号'),
    optional('openDays', '利用可能曜日'),
    optional('openDaysNote', '利用可能曜日特記事項', '利用可能日時特記事項', '利用可能曜日_特記事項'),
    optional('capacity', '定員', '利用定員', '定員数'),
  ],
  unread: [
    'No',
    '高齢者の方と障害者の方が同時一体的に利用できるサービス',
    '介護保険の通常の指定基準を満たしている',
    '障害福祉の通常の指定基準を満たしている',
    '備考',
  ],
}

const WAM_DISABILITY: Layout = {
  format: 'WAM_DISABILITY',
  target: 'OFFICE',
  columns: [
    optional('municipalityCode', '都道府県コード又は市区町村コード', '都道府県コード', ...MUNICIPALITY_CODES),
    needed('corporationName', '法人の名称', '法人名', '法人名称'),
    optional('corporationKana', '法人の名称_かな', '法人名_かな', '法人の名称かな'),
    needed('corporateNumber', '法人番号'),
    optional('corporationAddress', '法人住所（市区町村）'),
    optional('corporationAddressRest', '法人住所（番地以降）', '法人住所（番地以下）'),
    optional('corporationPhone', '法人電話番号'),
    optional('corporationUrl', '法人URL'),
    needed('serviceName', 'サービス種別', 'サービスの種別', 'サービス種類'),
    needed('name', '事業所の名称', '事業所名', '事業所名称'),
    optional('kana', '事業所の名称_かな', '事業所名_かな', '事業所の名称かな'),
    needed('officeNumber', '事業所番号'),
    needed('address', '事業所住所（市区町村）'),
    needed('addressRest', '事業所住所（番地以降）', '事業所住所（番地以下）'),
    optional('phone', '事業所電話番号'),
    optional('fax', '事業所FAX番号'),
    optional('url', '事業所URL'),
    optional('latitude', '事業所緯度'),
    optional('longitude', '事業所経度'),
    optional('openDaysNote', '利用可能曜日特記事項（留意事項）', '利用可能曜日特記事項'),
    optional('capacity', '定員'),
  ],
  unread: [
    'NO',
    '指定機関名',
    '法人FAX番号',
    '利用可能な時間帯（平日）',
    '利用可能な時間帯（土曜）',
    '利用可能な時間帯（日曜）',
    '利用可能な時間帯（祝日）',
    '定休日',
  ],
}

const hazardColumns = (...prefixes: string[]): LayoutColumn[] =>
  HAZARDS.map((hazard) => optional(hazard, ...prefixes.map((prefix) => `${prefix}${hazard}`)))

const GSI_SHELTERS: Layout = {
  format: 'GSI_SHELTERS',
  target: 'SHELTER',
  columns: [
    optional('municipalityCode', '市町村コード', ...MUNICIPALITY_CODES),
    optional('municipalityName', '都道府県名及び市町村名'),
    needed('sourceKey', '共通ID'),
    needed('name', '施設・場所名', '施設名・場所名', '施設・場所の名称'),
    needed('address', '住所', '所在地'),
    optional('latitude', '緯度'),
    optional('longitude', '経度'),
    optional('acceptedPersons', '受入対象者', '受入れ対象者'),
    optional('remark', 'その他市町村長が必要と認める事項'),
    ...hazardColumns('', '災害種別_'),
  ],
  unread: ['NO', '指定緊急避難場所との住所同一', '指定避難所との住所同一', '備考'],
}

const STANDARD_PLACE = [
  optional(
    'municipalityCode',
    '所在地_全国地方公共団体コード',
    '市区町村コード',
    '全国地方公共団体コード',
    '都道府県コード又は市区町村コード',
    '自治体コード',
  ),
  optional('prefecture', '所在地_都道府県', '都道府県名', '都道府県'),
  optional('municipalityName', '所在地_市区町村', '市区町村名', '市区町村'),
  needed('address', '所在地_連結表記', '住所', '所在地'),
  optional('addressTown', '所在地_町字', '町字'),
  optional('addressRest', '所在地_番地以下', '番地以下'),
]

const STANDARD_UNREAD = [
  '地方公共団体名',
  '町字ID',
  '名称_英字',
  '標高',
  '内線番号',
  '連絡先メールアドレス',
  '連絡先FormURL',
  '連絡先備考（その他、SNSなど）',
  '郵便番号',
  '画像',
  '画像_ライセンス',
  '備考',
]

const STANDARD_EMERGENCY_SITES: Layout = {
  format: 'STANDARD_EMERGENCY_SITES',
  target: 'SHELTER',
  columns: [
    needed('sourceKey', 'ID', 'NO'),
    needed('name', '名称', '施設名', '指定緊急避難場所名称'),
    optional('kana', '名称_カナ', '名称カナ', '名称_フリガナ'),
    ...STANDARD_PLACE,
    optional('latitude', '緯度'),
    optional('longitude', '経度'),
    optional('phone', '電話番号', '電話'),
    ...hazardColumns('災害種別_', ''),
    optional('capacity', '想定収容人数', '収容人数', '収容可能人数'),
  ],
  unread: [
    ...STANDARD_UNREAD,
    '建物名等(方書)',
    '方書',
    '指定避難所との重複',
    '対象となる町会・自治会',
    'URL',
  ],
  signs: { fields: HAZARDS, atLeast: 4 },
}

const STANDARD_CARE_OFFICES: Layout = {
  format: 'STANDARD_CARE_OFFICES',
  target: 'OFFICE',
  columns: [
    needed('name', '名称', '介護サービス事業所名称', '事業所名', '事業所名称'),
    optional('kana', '名称_カナ', '介護サービス事業所名称_カナ', '名称カナ', '事業所名称_カナ'),
    needed('serviceName', '実施サービス', '実施サービス名', '実施サービスの種類'),
    needed('officeNumber', '事業所番号', '介護保険事業所番号'),
    ...STANDARD_PLACE,
    ...PLACE,
    ...CONTACT,
    optional('corporateNumber', '法人番号'),
    optional('corporationName', '法人の名称', '法人名', '法人名称'),
    optional('openDays', '利用可能曜日'),
    optional('openDaysNote', '利用可能日時特記事項', '利用可能曜日特記事項'),
    optional('capacity', '定員', '利用定員'),
  ],
  unread: [...STANDARD_UNREAD, 'ID', 'NO'],
}

/** The formats that are recognized by their headings. */
export const LAYOUTS: readonly Layout[] = [
  CARE_SERVICES,
  WAM_DISABILITY,
  GSI_SHELTERS,
  STANDARD_EMERGENCY_SITES,
  STANDARD_CARE_OFFICES,
]
