import { describe, expect, it } from 'vitest'
import { fileOf, readRows, told, workbook } from '../../../../../../tests/support/import-files.ts'
import type { ColumnMapping } from './plan.ts'

describe('a table of somebody’s own', () => {
  const mapping: ColumnMapping = {
    target: 'FACILITY',
    columns: {
      施設名: 'name',
      事業所番号: 'officeNumber',
      法人番号: 'corporateNumber',
      運営法人名: 'corporationName',
      '定員（人）': 'capacity',
      電話: 'phone',
      夜間連絡先: 'nightPhone',
      住所: 'address',
      施設長: 'directorName',
      開設年月日: 'openedOn',
    },
  }
  const own = fileOf('tests/fixtures/import/own_list_mihon.csv').toString()

  it('is read by the columns a person has assigned', async () => {
    const rows = await readRows(own, { format: 'MAPPED', mapping })
    expect(rows).toMatchObject([
      {
        line: 3,
        problems: [],
        facts: {
          target: 'FACILITY',
          name: '見本あおば荘',
          officeNumber: '0679990010',
          municipalityCode: '062014',
          address: '山形市見本町1-1',
          capacity: 29,
          nightPhone: '023-000-0209',
          openedOn: '1991-04-01',
          directorName: '見本 花子',
        },
      },
      {
        line: 4,
        problems: [],
        facts: { officeNumber: null, corporateNumber: null, capacity: 50, municipalityCode: '062022' },
      },
    ])
    expect(rows[0]?.facts).not.toHaveProperty('fax')
  })

  it.each([
    ['0679990010', '0679990011', 'OFFICE_NUMBER_WRONG'],
    ['8999999999901', '8999999999902', 'CORPORATE_NUMBER_WRONG'],
  ])('refuses a row whose number fails its check digit: %s → %s', async (right, wrong, code) => {
    const [row] = await readRows(own.replace(right, wrong), { format: 'MAPPED', mapping })
    expect(row?.facts).toBeNull()
    expect(row && told(row)).toEqual([`REFUSED ${code}`])
  })

  it('finds the columns again when signs and width of a heading have changed', async () => {
    const [row] = await readRows(own.replace('定員（人）', ' 定員(人)'), { format: 'MAPPED', mapping })
    expect(row?.facts).toMatchObject({ capacity: 29 })
  })

  it('says which columns are gone', async () => {
    const text = own.replace('施設長', '管理者').replace('電話', '代表')
    await expect(readRows(text, { format: 'MAPPED', mapping })).rejects.toMatchObject({
      code: 'COLUMNS_MISSING',
      detail: '電話、施設長',
    })
  })

  it('needs a name and an address', async () => {
    const few: ColumnMapping = { target: 'FACILITY', columns: { 施設名: 'name' } }
    await expect(readRows(own, { format: 'MAPPED', mapping: few })).rejects.toMatchObject({
      code: 'COLUMNS_MISSING',
      detail: '住所',
    })
  })

  it('may be about corporations, whose seat may lie anywhere', async () => {
    const text =
      '法人番号,法人名,所在地\n3010405001696,社会福祉法人見本会,愛媛県松山市見本町1\n,社会福祉法人見本会,山形市見本町1-1\n1,見本,\n'
    const columns = { 法人番号: 'corporateNumber', 法人名: 'corporationName', 所在地: 'address' } as const
    const rows = await readRows(text, { format: 'MAPPED', mapping: { target: 'CORPORATION', columns } })
    expect(rows).toMatchObject([
      {
        facts: {
          corporateNumber: '3010405001696',
          seatMunicipalityCode: null,
          seatAddress: '愛媛県松山市見本町1',
        },
      },
      { facts: { corporateNumber: null, seatMunicipalityCode: '062014', seatAddress: '山形市見本町1-1' } },
      { facts: null, problems: [{ weight: 'REFUSED', code: 'CORPORATE_NUMBER_WRONG' }] },
    ])
  })

  it('may be a workbook about offices, or shelters', async () => {
    const offices = workbook([
      ['事業所', '番号', 'サービス', '場所'],
      ['見本荘', '0670100734', '特別養護老人ホーム', '山形市見本町1-2'],
    ])
    const columns = {
      事業所: 'name',
      番号: 'officeNumber',
      サービス: 'serviceName',
      場所: 'address',
    } as const
    const [office] = await readRows(offices, { format: 'MAPPED', mapping: { target: 'OFFICE', columns } })
    expect(office?.facts).toMatchObject({
      officeNumber: '0670100734',
      serviceCode: '510',
      corporateNumber: null,
    })
    const shelters = '番号,避難所,住所\n1,見本会館,山形市見本町1-2\n'
    const [shelter] = await readRows(shelters, {
      format: 'MAPPED',
      mapping: { target: 'SHELTER', columns: { 番号: 'sourceKey', 避難所: 'name', 住所: 'address' } },
      shelterKind: 'DESIGNATED_SHELTER',
    })
    expect(shelter?.facts).toMatchObject({ target: 'SHELTER', sourceKey: '062014-1' })
  })

  it('of one city hall needs no municipality in its rows', async () => {
    const text = '施設名,住所\n見本荘,見本町1-2\n'
    const columns = { 施設名: 'name', 住所: 'address' } as const
    const plan = { format: 'MAPPED', mapping: { target: 'FACILITY', columns } } as const
    const [row] = await readRows(text, { ...plan, municipalityCode: '062014' })
    expect(row?.facts).toMatchObject({ municipalityCode: '062014', address: '山形市見本町1-2' })
    const [without] = await readRows(text, plan)
    expect(without && told(without)).toEqual(['REFUSED MUNICIPALITY_UNKNOWN'])
  })
})
