import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase } from '../../../../tests/support/database.ts'
import { insertSampleRows } from '../../../../tests/support/read/sample-rows.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { createDb, createReadPool, type Db } from '../db.ts'
import { compile } from './compile.ts'
import { runStatement } from './execute.ts'
import { noNeeds, noPageNeeds } from './tree.ts'

// The hard cases of Prisma's filters by name; differential.prove.test.ts makes up the rest.

let db: Db
let readPool: ReturnType<typeof createReadPool>

beforeAll(async () => {
  const url = await freshDatabase()
  db = createDb(url, 1)
  readPool = createReadPool(url, 1)
  await insertSampleRows(readPool)
})

afterAll(async () => {
  await db.$disconnect()
  await readPool.end()
})

const cases: Record<string, Prisma.FacilityWhereInput> = {
  'a column without a value is neither equal nor different': { capacity: { not: 20 } },
  'a column without a value is in no list and out of no list': { capacity: { notIn: [20, 30] } },
  'no list at all': { capacity: { in: [] } },
  'out of no list': { capacity: { notIn: [] } },
  'NOT of an unknown comparison is unknown': { NOT: { capacity: { gt: 10 } } },
  'NOT of several is none of them': { NOT: [{ capacity: 20 }, { kana: 'あい' }] },
  'NOT of nothing': { NOT: {} },
  'a missing relation does not match': { corporation: { name: { contains: 'さくら' } } },
  'NOT over a missing relation matches': { NOT: { corporation: { name: { contains: 'さくら' } } } },
  'NOT over a related column without a value': { NOT: { corporation: { phone: { contains: '000' } } } },
  'isNot over a related column without a value': { corporation: { isNot: { phone: '000' } } },
  'isNot nothing': { corporation: { isNot: null } },
  'is nothing': { corporation: { is: null } },
  'nothing, said shortly': { corporation: null },
  'is and isNot at once': { corporation: { is: { status: 'ACTIVE' }, isNot: { kana: 'さくら' } } },
  'NOT of isNot': { NOT: { corporation: { isNot: { kana: 'さくら' } } } },
  'every of none is true': { offices: { every: { name: 'nobody' } } },
  'every over a column without a value': { offices: { every: { capacity: { gte: 2 } } } },
  'none over a column without a value': { offices: { none: { capacity: { gte: 2 } } } },
  'some of anything': { offices: { some: {} } },
  'none of anything': { offices: { none: {} } },
  'NOT of some': { NOT: { offices: { some: { capacity: { gte: 2 } } } } },
  'every within NOT within every': { offices: { every: { NOT: { corporation: { kana: 'かすみ' } } } } },
  'a relation by a key that is no id': { municipality: { prefecture: '見本県' } },
  'a path of three relations': {
    corporation: { memberships: { some: { platform: { municipality: { isNot: null } } } } },
  },
  'a percent sign is a wildcard': { name: { contains: '%荘' } },
  'an underscore is a wildcard': { name: { contains: 'あ_い' } },
  'a backslash takes the meaning away': { name: { contains: 'あ\\_い' } },
  'letters in any case': { name: { startsWith: '見本HOME', mode: 'insensitive' } },
  'the empty text is everywhere': { name: { contains: '' } },
  'pieces of the index, one character': { searchText: { contains: '苑' } },
  'pieces of the index, across': { searchText: { contains: 'ひまわり苑1' } },
  'pieces of the index, with a wildcard': { searchText: { contains: 'ひま_り' } },
  'pieces of the index, below NOT': { NOT: { searchText: { contains: 'ひまわり' } } },
  'pieces of the index of another table': { corporation: { searchText: { contains: 'さくら' } } },
  'a day': { openedOn: { gte: new Date('2024-09-01') } },
  'an instant': { createdAt: { lt: new Date('2026-04-03T00:00:00Z') } },
  'a list that holds one': { shelters: { some: { hazards: { has: '地震' } } } },
  'a list that holds some': { shelters: { some: { hazards: { hasSome: ['洪水', '津波'] } } } },
  'a list that holds all': { shelters: { none: { hazards: { hasEvery: ['洪水', '地震'] } } } },
  'two operators on one column': { capacity: { gt: 10, not: 30 } },
  'AND and OR beside a column': {
    status: 'ACTIVE',
    AND: [{ kana: { not: '' } }],
    OR: [{ capacity: null }, { capacity: 20 }],
  },
}

it.each(Object.entries(cases))('%s', async (_what, where) => {
  const wanted = await db.facility.findMany({ where, orderBy: { id: 'asc' }, select: { id: true } })
  const window = { size: 1000, backward: false, after: null, before: null }
  const page = {
    ...noPageNeeds({ ...where }, [{ id: 'asc' }], window),
    nodes: true,
    rows: { ...noNeeds(), columns: new Set(['id']) },
  }
  const { text, values, read } = compile([{ model: 'Facility', page }], () => ({}))
  const { rows } = await runStatement(readPool, text, values)
  expect(read(rows[0] ?? [])[0]?.nodes).toEqual(wanted)
})
