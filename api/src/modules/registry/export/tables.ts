import { dayInJapan } from '../../../kernel/clock.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { FacilityFilter, ShelterFilter } from '../search/filter.ts'
import { facilitiesWhere, sheltersWhere } from '../search/where.ts'
import { inPortions } from './portions.ts'
import type { Cell, Entry, ExportTable } from './table.ts'

// The public part of the registry as tables: what everybody may see, and nothing of contacts or confirming people.

const LEGEND = [
  '空欄は「記載なし・未確認」です。0や「ない」という意味ではありません。',
  '「見本」が「見本」の行は、説明のために作った架空のものです。実在しません。',
]

/** Everything that rows are made of; each table picks its columns. */
interface Source extends Record<string, unknown> {
  readonly latitude: number | null
  readonly longitude: number | null
  readonly sample: boolean
  readonly source: string | null
  readonly licence: string | null
}

/** A column: its heading and what stands in it. */
type Column<Row> = readonly [heading: string, cell: (row: Row) => Cell]

async function* entries<Row extends Source>(
  portions: AsyncIterable<readonly Row[]>,
  columns: readonly Column<Row>[],
): AsyncGenerator<Entry[]> {
  for await (const portion of portions)
    yield portion.map((row) => ({
      cells: columns.map(([, cell]) => cell(row)),
      point:
        row.latitude === null || row.longitude === null
          ? null
          : { latitude: row.latitude, longitude: row.longitude },
    }))
}

const sourceColumns: readonly Column<Source>[] = [
  ['見本', ({ sample }) => (sample ? '見本' : '')],
  ['出典', ({ source, sample }) => source ?? (sample ? '見本（架空）' : 'ネットワークの登録')],
  ['ライセンス', ({ licence }) => licence],
]

const SOURCE = `d.issuer || '「' || d.title || '」（' || to_char(d.as_of, 'YYYY-MM-DD') || '）' AS source, d.licence`

interface FacilityRow extends Source {
  readonly name: string
  readonly kana: string
  readonly corporation: string | null
  readonly corporateNumber: string | null
  readonly municipalityCode: string
  readonly prefecture: string
  readonly municipality: string
  readonly postalCode: string | null
  readonly address: string
  readonly building: string | null
  readonly phone: string | null
  readonly fax: string | null
  readonly url: string | null
  readonly capacity: number | null
  readonly openedOn: string | null
  readonly services: string | null
  readonly officeNumbers: string | null
  readonly shelters: string | null
  readonly confirmedOn: string | null
  readonly status: keyof typeof STATUSES
}

const STATUSES = { ACTIVE: '運営中', MERGED: '統合', DISSOLVED: '解散', CLOSED: '閉鎖' } as const

const facilityColumns: readonly Column<FacilityRow>[] = [
  ['施設名', ({ name }) => name],
  ['よみ', ({ kana }) => kana],
  ['法人名', ({ corporation }) => corporation],
  ['法人番号', ({ corporateNumber }) => corporateNumber],
  ['全国地方公共団体コード', ({ municipalityCode }) => municipalityCode],
  ['都道府県', ({ prefecture }) => prefecture],
  ['市区町村', ({ municipality }) => municipality],
  ['郵便番号', ({ postalCode }) => postalCode],
  ['住所', ({ address }) => address],
  ['方書', ({ building }) => building],
  ['緯度', ({ latitude }) => latitude],
  ['経度', ({ longitude }) => longitude],
  ['電話番号', ({ phone }) => phone],
  ['FAX番号', ({ fax }) => fax],
  ['URL', ({ url }) => url],
  ['定員（人）', ({ capacity }) => capacity],
  ['開設日', ({ openedOn }) => openedOn],
  ['サービス', ({ services }) => services],
  ['事業所番号', ({ officeNumbers }) => officeNumbers],
  ['避難所の指定', ({ shelters }) => shelters],
  ['会員が最後に確認した日', ({ confirmedOn }) => confirmedOn],
  ['状態', ({ status }) => STATUSES[status]],
  ...sourceColumns,
]

/** Facilities, a row each, in the order of their readings. */
export function facilityTable(sql: Sql, filter: FacilityFilter, now: Date): ExportTable {
  const portions = inPortions<FacilityRow, 'Facility'>(sql, {
    model: 'Facility',
    from: 'facility f',
    filter: facilitiesWhere(filter, now),
    keys: [
      { expression: 'f.kana', type: 'text' },
      { expression: 'f.id', type: 'uuid' },
    ],
    select: `f.name, f.kana, f.latitude, f.longitude, f.sample, f.postal_code AS "postalCode", f.address, f.building, f.phone,
      f.fax, f.url, f.capacity, f.status::text, f.municipality_code AS "municipalityCode",
      to_char(f.opened_on, 'YYYY-MM-DD') AS "openedOn", to_char(f.confirmed_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD') AS "confirmedOn",
      m.prefecture, m.name AS municipality, c.name AS corporation, c.corporate_number AS "corporateNumber",
      o.services, o."officeNumbers", s.shelters, ${SOURCE}`,
    joins: `JOIN municipality m ON m.code = f.municipality_code
      LEFT JOIN corporation c ON c.id = f.corporation_id
      LEFT JOIN data_source d ON d.id = f.data_source_id
      LEFT JOIN LATERAL (
        SELECT string_agg(DISTINCT k.name, '；') AS services, string_agg(DISTINCT o.office_number::text, '；') AS "officeNumbers"
        FROM service_office o JOIN service_kind k ON k.id = o.service_kind_id
        WHERE o.facility_id = f.id AND o.status = 'ACTIVE'
      ) AS o ON true
      LEFT JOIN LATERAL (
        SELECT string_agg(DISTINCT CASE WHEN s.welfare THEN '指定福祉避難所'
          WHEN s.kind = 'DESIGNATED_SHELTER' THEN '指定避難所' ELSE '指定緊急避難場所' END, '；') AS shelters
        FROM shelter s WHERE s.facility_id = f.id AND s.status = 'ACTIVE'
      ) AS s ON true`,
  })
  return {
    about: about('施設一覧', now, LEGEND),
    columns: facilityColumns.map(([heading]) => heading),
    portions: entries(portions, facilityColumns),
  }
}

interface OfficeRow extends FacilityRow {
  readonly serviceName: string
  readonly officeName: string
  readonly officeKana: string
  readonly officeNumber: string | null
  readonly officePhone: string | null
  readonly officeFax: string | null
  readonly openDays: string | null
  readonly openDaysNote: string | null
  readonly officeCapacity: number | null
}

const remark = ({ sample, source, licence }: Source): string =>
  [sample ? '見本（架空）' : null, source && `出典：${source}`, licence && `ライセンス：${licence}`]
    .filter((part) => part)
    .join('／')

const toKatakana = (hiragana: string): string =>
  hiragana.replace(/[ぁ-ゖ]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0x60))

/** 自治体標準オープンデータセット 介護サービス事業所一覧: these headings in this order. */
const officeColumns: readonly Column<OfficeRow>[] = [
  ['都道府県コード又は市区町村コード', ({ municipalityCode }) => municipalityCode],
  ['NO', ({ officeNumber }) => officeNumber],
  ['都道府県名', ({ prefecture }) => prefecture],
  ['市区町村名', ({ municipality }) => municipality],
  ['介護サービス事業所名称', ({ officeName }) => officeName],
  ['介護サービス事業所名称_カナ', ({ officeKana }) => toKatakana(officeKana)],
  ['実施サービス', ({ serviceName }) => serviceName],
  ['住所', ({ prefecture, address }) => prefecture + address],
  ['方書', ({ building }) => building],
  ['緯度', ({ latitude }) => latitude],
  ['経度', ({ longitude }) => longitude],
  ['電話番号', ({ officePhone, phone }) => officePhone ?? phone],
  ['内線番号', () => null],
  ['FAX番号', ({ officeFax, fax }) => officeFax ?? fax],
  ['法人番号', ({ corporateNumber }) => corporateNumber],
  ['法人の名称', ({ corporation }) => corporation],
  ['事業所番号', ({ officeNumber }) => officeNumber],
  ['利用可能曜日', ({ openDays }) => openDays],
  ['利用可能曜日特記事項', ({ openDaysNote }) => openDaysNote],
  ['定員', ({ officeCapacity }) => officeCapacity],
  ['URL', ({ url }) => url],
  ['備考', remark],
]

/** The care offices of the facilities that match, in the columns of the standard. */
export function standardOfficeTable(sql: Sql, filter: FacilityFilter, now: Date): ExportTable {
  const portions = inPortions<OfficeRow, 'ServiceOffice'>(sql, {
    model: 'ServiceOffice',
    from: 'service_office f',
    filter: {
      status: 'ACTIVE',
      serviceKind: { scheme: 'KAIGO' },
      facility: { is: facilitiesWhere(filter, now) },
    },
    keys: [{ expression: 'f.id', type: 'uuid' }],
    select: `f.name AS "officeName", f.kana AS "officeKana", f.office_number AS "officeNumber", f.phone AS "officePhone",
      f.fax AS "officeFax", f.open_days AS "openDays", f.open_days_note AS "openDaysNote", f.capacity AS "officeCapacity", f.sample,
      p.latitude, p.longitude, p.address, p.building, p.phone, p.fax, p.url, p.municipality_code AS "municipalityCode",
      k.name AS "serviceName", m.prefecture, m.name AS municipality, c.name AS corporation,
      c.corporate_number AS "corporateNumber", ${SOURCE}`,
    joins: `JOIN facility p ON p.id = f.facility_id
      JOIN municipality m ON m.code = p.municipality_code
      JOIN service_kind k ON k.id = f.service_kind_id
      LEFT JOIN corporation c ON c.id = f.corporation_id
      LEFT JOIN data_source d ON d.id = f.data_source_id`,
  })
  return {
    about: about('介護サービス事業所一覧', now, LEGEND),
    columns: officeColumns.map(([heading]) => heading),
    portions: entries(portions, officeColumns),
  }
}

interface ShelterRow extends Source {
  readonly sourceKey: string
  readonly name: string
  readonly kind: 'DESIGNATED_SHELTER' | 'EMERGENCY_SITE'
  readonly welfare: boolean
  readonly municipalityCode: string
  readonly prefecture: string
  readonly municipality: string
  readonly address: string
  readonly acceptedPersons: string | null
  readonly capacity: number | null
  readonly capacityText: string | null
  readonly hazards: readonly string[]
  readonly facility: string | null
  readonly alsoShelter: boolean
}

const shelterColumns: readonly Column<ShelterRow>[] = [
  ['名称', ({ name }) => name],
  ['種類', ({ kind }) => (kind === 'DESIGNATED_SHELTER' ? '指定避難所' : '指定緊急避難場所')],
  ['指定福祉避難所', ({ welfare }) => (welfare ? '○' : '')],
  ['受入対象者', ({ acceptedPersons }) => acceptedPersons],
  ['災害の種類', ({ hazards }) => hazards.join('；') || null],
  ['想定収容人数（人）', ({ capacity }) => capacity],
  ['想定収容人数（公表のとおり）', ({ capacityText }) => capacityText],
  ['全国地方公共団体コード', ({ municipalityCode }) => municipalityCode],
  ['都道府県', ({ prefecture }) => prefecture],
  ['市区町村', ({ municipality }) => municipality],
  ['住所', ({ address }) => address],
  ['緯度', ({ latitude }) => latitude],
  ['経度', ({ longitude }) => longitude],
  ['登録されている施設', ({ facility }) => facility],
  ['共通ID', ({ sourceKey }) => sourceKey],
  ...sourceColumns,
]

const HAZARDS = [
  '洪水',
  '崖崩れ、土石流及び地滑り',
  '高潮',
  '地震',
  '津波',
  '大規模な火事',
  '内水氾濫',
  '火山現象',
] as const

/** A hazard counts in whatever of the published spellings it stands. */
const isFor = (hazards: readonly string[], hazard: (typeof HAZARDS)[number]): boolean =>
  hazards.some(
    (given) => given.includes(hazard) || (hazard.startsWith('崖崩れ') && given.startsWith('崖崩れ')),
  )

const blank = (heading: string): Column<ShelterRow> => [heading, () => null]

/** 自治体標準オープンデータセット 指定緊急避難場所一覧: these headings in this order. */
const siteColumns: readonly Column<ShelterRow>[] = [
  ['全国地方公共団体コード', ({ municipalityCode }) => municipalityCode],
  ['ID', ({ sourceKey }) => sourceKey],
  ['名称', ({ name }) => name],
  blank('名称_カナ'),
  blank('名称_英字'),
  ['所在地_全国地方公共団体コード', ({ municipalityCode }) => municipalityCode],
  blank('町字ID'),
  ['所在地_連結表記', ({ prefecture, address }) => prefecture + address],
  ['所在地_都道府県', ({ prefecture }) => prefecture],
  ['所在地_市区町村', ({ municipality }) => municipality],
  blank('所在地_町字'),
  blank('所在地_番地以下'),
  blank('建物名等(方書)'),
  ['緯度', ({ latitude }) => latitude],
  ['経度', ({ longitude }) => longitude],
  blank('標高'),
  blank('電話番号'),
  blank('内線番号'),
  blank('連絡先メールアドレス'),
  blank('連絡先FormURL'),
  blank('連絡先備考(その他、SNSなど)'),
  blank('郵便番号'),
  ['市区町村コード', ({ municipalityCode }) => municipalityCode],
  ['地方公共団体名', ({ prefecture, municipality }) => prefecture + municipality],
  ...HAZARDS.map((hazard): Column<ShelterRow> => [
    `災害種別_${hazard}`,
    ({ hazards }) => (isFor(hazards, hazard) ? 1 : null),
  ]),
  ['指定避難所との重複', ({ alsoShelter }) => (alsoShelter ? 1 : null)],
  ['想定収容人数', ({ capacityText, capacity }) => capacity ?? capacityText],
  blank('対象となる町会・自治会'),
  blank('URL'),
  blank('画像'),
  blank('画像_ライセンス'),
  ['備考', remark],
]

function shelterPortions(sql: Sql, filter: ShelterFilter) {
  return inPortions<ShelterRow, 'Shelter'>(sql, {
    model: 'Shelter',
    from: 'shelter f',
    filter: sheltersWhere(filter),
    keys: [
      { expression: 'f.name', type: 'text' },
      { expression: 'f.id', type: 'uuid' },
    ],
    select: `f.source_key AS "sourceKey", f.name, f.kind::text, f.welfare, f.municipality_code AS "municipalityCode", f.address,
      f.latitude, f.longitude, f.accepted_persons AS "acceptedPersons", f.capacity, f.capacity_text AS "capacityText", f.hazards,
      f.sample, m.prefecture, m.name AS municipality, p.name AS facility, ${SOURCE},
      EXISTS (SELECT FROM shelter o WHERE o.kind = 'DESIGNATED_SHELTER' AND o.municipality_code = f.municipality_code
        AND o.name = f.name AND o.status = 'ACTIVE') AS "alsoShelter"`,
    joins: `JOIN municipality m ON m.code = f.municipality_code
      LEFT JOIN facility p ON p.id = f.facility_id
      LEFT JOIN data_source d ON d.id = f.data_source_id`,
  })
}

/** Shelters and emergency sites, a row each, by name. */
export const shelterTable = (sql: Sql, filter: ShelterFilter, now: Date): ExportTable => ({
  about: about('避難所一覧', now, LEGEND),
  columns: shelterColumns.map(([heading]) => heading),
  portions: entries(shelterPortions(sql, filter), shelterColumns),
})

/** The emergency sites that match, in the columns of the standard. */
export const standardSiteTable = (sql: Sql, filter: ShelterFilter, now: Date): ExportTable => ({
  about: about('指定緊急避難場所一覧', now, LEGEND),
  columns: siteColumns.map(([heading]) => heading),
  portions: entries(shelterPortions(sql, { ...filter, kind: 'EMERGENCY_SITE' }), siteColumns),
})

const about = (title: string, now: Date, notes: readonly string[]) => ({
  title,
  madeOn: dayInJapan(now),
  notes,
})
