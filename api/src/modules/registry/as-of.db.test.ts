import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, type TestGraph } from '../../../../tests/support/graph.ts'
import { globalId } from '../../kernel/ids.ts'
import { readPlace } from './as-of.ts'
import { corporation, facility } from './fixtures.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const LIST = `query ($asOf: Date!, $m: String, $first: Int!, $after: String) {
  registryAsOf(asOf: $asOf, municipalityCode: $m, first: $first, after: $after) {
    endCursor facilities { facilityId name corporationName municipalityName capacity status }
  }
}`

/** Moves the moments of a record's revisions to days of its own. */
async function tell(recordId: string, days: readonly string[]): Promise<void> {
  const moments = days.map((day) => new Date(`${day}T03:00:00Z`))
  const revisions = await graph.db.registryRevision.findMany({
    where: { recordId },
    orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
  })
  for (const [n, { id }] of revisions.entries())
    await graph.db.registryRevision.update({
      where: { id },
      data: { validFrom: moments[n] as Date, validTo: moments[n + 1] ?? null },
    })
}

describe('the registry as of a day', () => {
  it('lists what stood then, under the names of then, page by page', async () => {
    const { db } = graph
    const m = '062049'
    await db.municipality.upsert({
      where: { code: m },
      create: { code: m, name: '酒田市', prefecture: '山形県' },
      update: {},
    })
    const owner = await corporation(db, { name: '社会福祉法人 見本むかし会' })
    await db.corporation.update({ where: { id: owner.id }, data: { name: '社会福祉法人 見本いま会' } })
    await tell(owner.id, ['2024-04-01', '2026-02-01'])
    const kana = `あ${randomUUID()}`
    const [old, late] = [
      await facility(db, { corporationId: owner.id, municipalityCode: m, kana: `${kana}1`, capacity: 50 }),
      await facility(db, { corporationId: owner.id, municipalityCode: m, kana: `${kana}2` }),
    ]
    await db.facility.update({ where: { id: old.id }, data: { capacity: 54 } })
    await db.facility.update({
      where: { id: old.id },
      data: { status: 'CLOSED', endedOn: new Date('2026-07-01') },
    })
    await tell(old.id, ['2025-04-01', '2026-03-01', '2026-07-02'])
    await tell(late.id, ['2026-05-01'])

    const on = async (asOf: string, first = 10, after: string | null = null) =>
      (await graph.ask(LIST, { variables: { asOf, m, first, after } })).registryAsOf
    const row = (more: object) => ({ municipalityName: '酒田市', status: 'ACTIVE', ...more })
    expect((await on('2025-03-31')).facilities).toEqual([])
    expect((await on('2025-04-01')).facilities).toEqual([
      row({
        facilityId: globalId('Facility', old.id),
        name: old.name,
        corporationName: '社会福祉法人 見本むかし会',
        capacity: 50,
      }),
    ])
    expect((await on('2026-04-01')).facilities).toMatchObject([
      { corporationName: '社会福祉法人 見本いま会', capacity: 54 },
    ])
    expect((await on('2026-08-01')).facilities).toMatchObject([
      { name: old.name, status: 'CLOSED' },
      { name: late.name, capacity: null },
    ])
    const page = await on('2026-08-01', 1)
    expect(page.facilities).toHaveLength(1)
    const next = await on('2026-08-01', 1, page.endCursor)
    expect(next).toMatchObject({ facilities: [{ name: late.name }], endCursor: null })
    expect((await on('2026-08-01', 10, 'nonsense')).facilities).toEqual([])
  })

  it.each(['', 'x', Buffer.from('[1,2]').toString('base64url'), Buffer.from('{}').toString('base64url')])(
    'takes %s for no place in the list',
    (cursor) => {
      expect(readPlace(cursor)).toBeNull()
    },
  )
})

describe('a postal code', () => {
  const PLACES = `query ($code: String!) { placesOfPostalCode(postalCode: $code) { municipalityCode address } }`
  const places = async (code: string) => (await graph.ask(PLACES, { variables: { code } })).placesOfPostalCode

  it('gives the municipality and the address from it on', async () => {
    const known = { code: '062014', name: '山形市', prefecture: '山形県' }
    await graph.db.municipality.upsert({ where: { code: known.code }, create: known, update: {} })
    const town = { code: '063011', name: '山辺町', prefecture: '山形県' }
    await graph.db.municipality.upsert({ where: { code: town.code }, create: town, update: {} })
    expect(await places('９９０-２３４２')).toHaveLength(2)
    expect(await places('990-0001')).toEqual([{ municipalityCode: '062014', address: '山形市穂積' }])
    expect(await places('990 0301')).toEqual([{ municipalityCode: '063011', address: '山辺町山辺' }])
    expect(await places('100-0001')).toEqual([])
    expect(await places('constructor')).toEqual([])
  })
})
