import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemble, type Assembled } from './assemble.ts'
import type { OfficeRow } from './published.ts'
import { readOfficeRows } from './read-published.ts'

const row = (more: Partial<OfficeRow>): OfficeRow => ({
  file: 'kaigo/a.csv',
  line: 2,
  officeNumber: '0670100734',
  serviceCode: '510',
  name: '見本荘',
  kana: '',
  address: '山形市見本町1-1',
  phone: null,
  municipalityCode: '062014',
  addressKey: '見本町1-2',
  point: null,
  corporateNumber: '3010405001696',
  corporationName: '社会福祉法人見本会',
  ...more,
})

/** Facilities as lists of 事業所番号-service. */
const shape = ({ facilities }: Assembled): string[] =>
  facilities
    .map(({ offices }) =>
      offices.map(({ officeNumber, serviceCode }) => `${officeNumber}-${serviceCode}`).join(' '),
    )
    .toSorted()

describe('facilities', () => {
  it('are the offices of one corporation at one address, the leading service first', () => {
    const rows = [row({ officeNumber: '0670100718', serviceCode: '160' }), row({})]
    expect(shape(assemble(rows))).toEqual(['0670100734-510 0670100718-160'])
  })

  it('keep the services of one 事業所番号 together however the address is typed', () => {
    const rows = [row({}), row({ serviceCode: '160', addressKey: '見本1-2' })]
    expect(shape(assemble(rows))).toEqual(['0670100734-510 0670100734-160'])
  })

  it('of two corporations in one building are two', () => {
    const rows = [row({}), row({ officeNumber: '0670100718', corporateNumber: '2390005001102' })]
    expect(shape(assemble(rows))).toHaveLength(2)
  })

  it('are not put together when there is no number in the address, or no corporation', () => {
    const blank = { addressKey: null }
    expect(shape(assemble([row(blank), row({ ...blank, officeNumber: '0670100718' })]))).toHaveLength(2)
    const nobody = { corporateNumber: null, corporationName: null }
    expect(shape(assemble([row(nobody), row({ ...nobody, officeNumber: '0670100718' })]))).toHaveLength(2)
  })
})

describe('corporations', () => {
  it('take the number of another service of the same office when their own fails', () => {
    const { corporations } = assemble([row({}), row({ serviceCode: '160', corporateNumber: null })])
    expect(corporations.map(({ corporateNumber }) => corporateNumber)).toEqual(['3010405001696'])
  })

  it('take the number of the only corporation of the same name', () => {
    const other = row({ officeNumber: '0670100718', corporateNumber: null, corporationName: '（福）見本会' })
    expect(assemble([row({}), other]).corporations).toHaveLength(1)
  })

  it('stay without a number when two corporations bear the name', () => {
    const rows = [
      row({}),
      row({ officeNumber: '0670100718', corporateNumber: '2390005001102' }),
      row({ officeNumber: '0670101047', corporateNumber: null }),
    ]
    expect(assemble(rows).corporations.map(({ corporateNumber }) => corporateNumber)).toContain(null)
  })

  it('never become one when their numbers differ', () => {
    const rows = [row({}), row({ serviceCode: '160', corporateNumber: '2390005001102' })]
    expect(assemble(rows).corporations).toHaveLength(2)
  })
})

it('gives the same registry whatever the order of files and lines', async () => {
  const rows = await readOfficeRows()
  const expected = assemble(rows)
  const order = fc.shuffledSubarray(rows, { minLength: rows.length })
  fc.assert(
    fc.property(order, (shuffled) => {
      const result = assemble(shuffled)
      expect(shape(result)).toEqual(shape(expected))
      expect(new Set(result.corporations)).toEqual(new Set(expected.corporations))
    }),
    { numRuns: 20 },
  )
})
