import { describe, expect, it } from 'vitest'
import {
  encoded,
  fileOf,
  opened,
  separated,
  workbook,
  workbookParts,
  zipped,
} from '../../../../../../tests/support/import-files.ts'
import { inspectFile, type FileInspection } from './inspect-file.ts'

const inspect = (bytes: Uint8Array | string, name = 'file'): Promise<FileInspection> =>
  inspectFile(opened(typeof bytes === 'string' ? Buffer.from(bytes) : bytes), name)

const CARE = 'data/kaigo/jigyosho_510_yamagatashi.csv'

describe('inspectFile', () => {
  it.each([
    [CARE, 'CARE_SERVICES', 'OFFICE', 'CSV', 'UTF-8', null],
    ['data/kaigo/jigyosho_730_yamagata.csv', 'CARE_SERVICES', 'OFFICE', 'CSV', 'UTF-8 BOM', null],
    ['tests/fixtures/import/wam_mihon.csv', 'WAM_DISABILITY', 'OFFICE', 'CSV', 'UTF-8', null],
    [
      'data/shelters/gsi_yamagata/evacuation/062014.json',
      'GSI_SHELTERS',
      'SHELTER',
      'JSON',
      'UTF-8',
      'DESIGNATED_SHELTER',
    ],
    [
      'data/shelters/gsi_yamagata/emergency/062014.json',
      'GSI_SHELTERS',
      'SHELTER',
      'JSON',
      'UTF-8',
      'EMERGENCY_SITE',
    ],
    [
      'data/shelters/yamagatashi_emergency_sites.xlsx',
      'STANDARD_EMERGENCY_SITES',
      'SHELTER',
      'XLSX',
      null,
      'EMERGENCY_SITE',
    ],
    [
      'tests/fixtures/import/standard_emergency_sites_v1_mihon.csv',
      'STANDARD_EMERGENCY_SITES',
      'SHELTER',
      'CSV',
      'UTF-8',
      'EMERGENCY_SITE',
    ],
    [
      'tests/fixtures/import/standard_care_offices_v1_mihon.csv',
      'STANDARD_CARE_OFFICES',
      'OFFICE',
      'CSV',
      'UTF-8 BOM',
      null,
    ],
    [
      'tests/fixtures/import/standard_care_offices_v2_mihon.csv',
      'STANDARD_CARE_OFFICES',
      'OFFICE',
      'CSV',
      'UTF-8',
      null,
    ],
  ])('recognizes %s as %s', async (name, format, target, container, encoding, shelterKind) => {
    expect(await inspect(fileOf(name), name)).toMatchObject({
      problem: null,
      format,
      target,
      container,
      encoding,
      shelterKind,
      extra: [],
    })
  })

  it('shows headings and the first five rows as they stand', async () => {
    const { headings, firstRows } = await inspect(fileOf(CARE))
    expect(headings).toHaveLength(24)
    expect(firstRows).toHaveLength(5)
    expect(firstRows[0]).toMatchObject({ 事業所番号: '0670100734', 住所: '山形市長町751番地' })
  })

  it('says which columns are renamed, missing and new', async () => {
    const text = fileOf(CARE)
      .toString()
      .replace('法人の名称', '法人名')
      .replace('利用可能曜日,', '曜日（新）,')
    const { problem, columns, extra } = await inspect(text)
    expect(problem).toBeNull()
    expect(columns.filter(({ state }) => state !== 'SAME')).toEqual([
      { heading: '法人の名称', field: 'corporationName', needed: true, found: '法人名', state: 'RENAMED' },
      { heading: '利用可能曜日', field: 'openDays', needed: false, found: null, state: 'MISSING' },
    ])
    expect(extra).toEqual(['曜日（新）'])
  })

  it('says that a needed column is missing, and still which format it is', async () => {
    const { problem, format } = await inspect(fileOf(CARE).toString().replace('事業所番号', '指定の番号'))
    expect({ problem, format }).toEqual({
      problem: { code: 'COLUMNS_MISSING', detail: '事業所番号' },
      format: 'CARE_SERVICES',
    })
  })

  it('tells encoding and delimiter', async () => {
    const rows = [
      ['施設名', '住所'],
      ['見本荘', '山形市見本町1'],
    ]
    expect(await inspect(encoded(separated(rows, '\t'), 'UTF-16 LE'))).toMatchObject({
      encoding: 'UTF-16 LE',
      delimiter: '\t',
    })
    expect(await inspect(encoded(separated(rows, ';'), 'Shift_JIS'))).toMatchObject({
      encoding: 'Shift_JIS',
      delimiter: ';',
    })
  })

  it('proposes what the columns of an unknown table mean', async () => {
    const { format, proposals, proposedMapping } = await inspect(
      fileOf('tests/fixtures/import/own_list_mihon.csv'),
    )
    expect(format).toBeNull()
    expect(proposals.map(({ field }) => field)).toEqual([
      'name',
      'officeNumber',
      'corporateNumber',
      'corporationName',
      'capacity',
      'phone',
      'nightPhone',
      'address',
      'directorName',
      'openedOn',
    ])
    expect(proposedMapping).toMatchObject({
      target: 'FACILITY',
      columns: { 施設名: 'name', '定員（人）': 'capacity' },
    })
  })

  it('proposes by what stands in the cells where the heading says nothing', async () => {
    const rows = [
      ['名前', 'A', 'B', 'C', '備考'],
      ['見本荘', '3010405001696', '0670100734', '山形県山形市見本町1-2', 'あり'],
    ]
    const { proposals } = await inspect(separated(rows))
    expect(proposals).toEqual([
      { heading: '名前', field: 'name', confidence: 1 },
      { heading: 'A', field: 'corporateNumber', confidence: 0.95 },
      { heading: 'B', field: 'officeNumber', confidence: 0.95 },
      { heading: 'C', field: 'address', confidence: 0.8 },
      { heading: '備考', field: null, confidence: 0 },
    ])
  })

  it('takes 電話番号（法人） for no telephone of the office, but proposes it', async () => {
    const text = fileOf(CARE).toString().replace('電話番号', '電話番号（本社）')
    const { columns } = await inspect(text)
    expect(columns.find(({ field }) => field === 'phone')).toMatchObject({ state: 'MISSING' })
  })

  it.each([
    ['nothing', '', 'FILE_EMPTY'],
    ['blanks', ' \n\n ', 'FILE_EMPTY'],
    ['a heading alone', '施設名,住所\n', 'FILE_NO_ROWS'],
    ['a sentence', '施設の一覧です', 'FILE_NOT_TABLE'],
    ['a page', '<html><table></table></html>', 'FILE_NOT_TABLE'],
    ['a PDF', '%PDF-1.7 x', 'FILE_BINARY'],
    ['bytes', Uint8Array.from({ length: 300 }, (_, n) => n % 7), 'FILE_BINARY'],
    [
      'an old workbook',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
      'FILE_OLD_EXCEL',
    ],
    ['a notice that nothing is published', '{"type":"unavailable","code":"063649"}', 'NOTHING_PUBLISHED'],
    ['broken JSON', '{"type":"FeatureCollection","features":[{"type"', 'FILE_DAMAGED'],
    ['another archive', zipped({ 'a.txt': 'x' }), 'FILE_DAMAGED'],
    [
      'half an archive',
      workbook([
        ['施設名', '住所'],
        ['見本荘', '山形市'],
      ]).slice(0, 200),
      'FILE_DAMAGED',
    ],
    [
      'a workbook with broken XML',
      zipped({
        ...workbookParts([['施設名', '住所']]),
        'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>',
      }),
      'FILE_DAMAGED',
    ],
    ['a quotation mark that nobody closed', `施設名,住所\n"見本荘,${'x'.repeat(300_000)}`, 'FILE_DAMAGED'],
  ])('refuses %s', async (_, bytes, code) => {
    expect((await inspect(bytes)).problem).toMatchObject({ code })
  })
})
