import { describe, expect, it } from 'vitest'
import { headingKey, matchColumns, namedHeadings } from './headings.ts'
import { LAYOUTS, type Layout } from './layouts.ts'

const layout = (format: Layout['format']): Layout => {
  const found = LAYOUTS.find((one) => one.format === format)
  if (!found) throw new Error(format)
  return found
}

describe('headingKey', () => {
  it.each([
    ['都道府県コード又は市町村コード', '都道府県コードまたは市区町村コード'],
    ['方書（ビル名等）', '方書(ビル名等)'],
    ['名称_カナ', '名称＿ｶﾅ'],
    ['ＦＡＸ番号', 'Fax 番号'],
    ['事業所の名称_かな', '事業所の名称カナ'],
    ['災害種別_崖崩れ、土石流及び地滑り', '災害種別 崖崩れ・土石流および地滑り'],
    ['住\n所', '住所'],
  ])('%s is %s', (one, other) => expect(headingKey(one)).toBe(headingKey(other)))

  it.each([
    ['法人住所（市区町村）', '法人住所（番地以降）'],
    ['電話番号', '電話番号（法人）'],
    ['事業所番号', '法人番号'],
  ])('%s is not %s', (one, other) => expect(headingKey(one)).not.toBe(headingKey(other)))

  it('changes nothing when it is applied again', () => {
    for (const { columns, unread } of LAYOUTS)
      for (const heading of [...unread, ...columns.flatMap(({ headings }) => headings)])
        expect(headingKey(headingKey(heading))).toBe(headingKey(heading))
  })
})

describe('matchColumns', () => {
  const fieldsOf = (format: Layout['format'], headings: string[]) =>
    Object.fromEntries(
      matchColumns(layout(format), headings).columns.map(({ field, positions }) => [field, positions]),
    )

  it.each<[Layout['format'], string[], object]>([
    ['CARE_SERVICES', ['定員（人）'], { capacity: [0] }],
    ['CARE_SERVICES', ['定員（うち医療的ケア）'], {}],
    ['CARE_SERVICES', ['電話番号（法人）'], {}],
    ['CARE_SERVICES', ['市町村コード', '事業所名称'], { municipalityCode: [0], name: [1] }],
    ['WAM_DISABILITY', ['事業所住所（番地以降）'], { addressRest: [0] }],
    [
      'WAM_DISABILITY',
      ['事業所住所(番地以下)', '事業所住所（市区町村）'],
      { addressRest: [0], address: [1] },
    ],
    [
      'STANDARD_EMERGENCY_SITES',
      ['全国地方公共団体コード', '所在地_全国地方公共団体コード', '市区町村コード'],
      { municipalityCode: [1, 2, 0] },
    ],
  ])('%s with %j', (format, headings, fields) => expect(fieldsOf(format, headings)).toEqual(fields))

  it('refuses a known heading that stands twice', () => {
    expect(() => fieldsOf('CARE_SERVICES', ['定員', '備考', '備考', ' 定員'])).toThrow('HEADING_TWICE: 定員')
  })

  it('knows no heading for two fields of one format', () => {
    for (const { columns } of LAYOUTS) {
      const claims = columns.flatMap(({ field, headings }) =>
        headings.map((heading) => [headingKey(heading), field] as const),
      )
      const twice = [...Map.groupBy(claims, ([key]) => key)].filter(
        ([, claimed]) => new Set(claimed.map(([, field]) => field)).size > 1,
      )
      expect(twice).toEqual([])
    }
  })
})

it('gives every heading a name of its own', () => {
  expect(namedHeadings(['備考', '', '備考', '備考 (2)', ' 住\n所 '])).toEqual([
    '備考',
    '列2',
    '備考 (2)',
    '備考 (2) (2)',
    '住 所',
  ])
})
