import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../../../../scripts/project.ts'
import { freshDatabase } from '../../../../../tests/support/database.ts'
import { runCommand } from '../../../kernel/command.ts'
import { createDb, type Db } from '../../../kernel/db.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { importFolder } from '../import/import-folder.ts'
import { matchRegistry } from './match-registry.ts'

const clock = { now: () => new Date('2026-11-23T03:00:00Z') }

let db: Db
const match = () => runCommand(matchRegistry, {}, { db, clock, viewer: systemViewer, requestId: null })
let first: Awaited<ReturnType<typeof match>>

beforeAll(async () => {
  db = createDb(await freshDatabase(), 2)
  await importFolder(path.join(projectRoot, 'data'), { db, clock })
  first = await match()
}, 300_000)
afterAll(() => db.$disconnect())

describe('the published files of Yamagata', () => {
  it('give so many certain and doubtful pairs', async () => {
    expect(first).toMatchObject({ linked: 92, sheltersChanged: 92 })
    const pairs = await db.matchProposal.groupBy({ by: ['kind', 'state'], _count: true })
    expect(Object.fromEntries(pairs.map(({ kind, state, _count }) => [`${kind} ${state}`, _count]))).toEqual({
      'SHELTER_FACILITY LINKED': 92,
      'SHELTER_FACILITY OPEN': 11,
      'FACILITY_FACILITY OPEN': 5,
      'CORPORATION_CORPORATION OPEN': 1,
    })
  })

  it('recognize 48 of the 59 welfare shelters of 山形市 as registered facilities', async () => {
    const welfare = { municipalityCode: '062014', welfare: true }
    expect(await db.shelter.count({ where: welfare })).toBe(59)
    expect(await db.shelter.count({ where: { ...welfare, facilityId: { not: null } } })).toBe(48)
    const reasons = await db.shelter.groupBy({
      by: ['matchReason'],
      _count: true,
      where: { facilityId: { not: null } },
    })
    expect(Object.fromEntries(reasons.map((row) => [row.matchReason, row._count]))).toEqual({
      NAME_AND_ADDRESS: 80,
      NAME_AND_DISTANCE: 4,
      PART_OF_NAME_AND_ADDRESS: 8,
    })
  })

  it('do not take a 特別養護老人ホーム for the 老人保健施設 of the same name next door', async () => {
    const shelter = await db.shelter.findFirstOrThrow({
      where: { name: { startsWith: '特別養護老人ホームあこがれ' } },
    })
    expect(shelter.facilityId).toBeNull()
  })

  it('take it for the 特別養護老人ホーム although the 老人保健施設 has the address', async () => {
    const shelter = await db.shelter.findFirstOrThrow({
      where: { name: { startsWith: '特別養護老人ホームかけはし' } },
      include: { facility: true },
    })
    expect(shelter.facility?.name).toBe('特別養護老人ホームかけはし')
  })
})

describe('the same registry again', () => {
  it('changes nothing', async () => {
    const stand = () => db.matchProposal.findMany({ orderBy: { id: 'asc' } })
    const before = await stand()
    expect(await match()).toMatchObject({
      proposalsCreated: 0,
      proposalsChanged: 0,
      proposalsRemoved: 0,
      sheltersChanged: 0,
    })
    expect(await stand()).toEqual(before)
    expect(await db.eventLog.count({ where: { name: 'registry.RegistryMatched.v1' } })).toBe(1)
  })
})

describe('a merge', () => {
  it('is not overturned when the same files are read again', async () => {
    const [kept, absorbed] = await db.facility.findMany({
      where: { name: { in: ['特別養護老人ホームかけはし', '介護老人保健施設かけはし'] } },
      include: { offices: true },
      orderBy: { name: 'desc' },
    })
    if (!kept || !absorbed) throw new Error('the two houses are in the files')
    // What mergeFacilities does to the offices and to the absorbed record.
    const { count } = await db.serviceOffice.updateMany({
      where: { facilityId: absorbed.id },
      data: { facilityId: kept.id, handSet: ['facilityId'] },
    })
    const closed = { status: 'CLOSED' as const, successorId: kept.id, endedOn: new Date('2026-11-23') }
    await db.facility.update({ where: { id: absorbed.id }, data: closed })
    const { counts } = await importFolder(path.join(projectRoot, 'data'), { db, clock }, { again: true })
    expect(counts).toMatchObject({ 'facilities.created': 0, 'offices.changed': 0, 'offices.created': 0 })
    expect(await db.serviceOffice.count({ where: { facilityId: kept.id } })).toBe(kept.offices.length + count)
    expect(await db.facility.findUnique({ where: { id: absorbed.id } })).toMatchObject(closed)
  })

  it('of corporations is kept too: the file’s name stands for the one that was kept', async () => {
    const absorbed = await db.corporation.findFirstOrThrow({ where: { corporateNumber: null } })
    const kept = await db.corporation.findUniqueOrThrow({ where: { corporateNumber: '6390001011010' } })
    await db.facility.updateMany({
      where: { corporationId: absorbed.id },
      data: { corporationId: kept.id, handSet: ['corporationId'] },
    })
    await db.serviceOffice.updateMany({
      where: { corporationId: absorbed.id },
      data: { corporationId: kept.id, handSet: ['corporationId'] },
    })
    const merged = { status: 'MERGED' as const, successorId: kept.id, endedOn: new Date('2026-11-23') }
    await db.corporation.update({ where: { id: absorbed.id }, data: merged })
    const spellings = [...kept.otherSpellings, absorbed.name, ...absorbed.otherSpellings]
    await db.corporation.update({ where: { id: kept.id }, data: { otherSpellings: spellings } })
    const { counts } = await importFolder(path.join(projectRoot, 'data'), { db, clock }, { again: true })
    expect(counts).toMatchObject({
      'corporations.created': 0,
      'corporations.changed': 0,
      'facilities.changed': 0,
      'offices.changed': 0,
    })
    expect(await db.facility.count({ where: { corporationId: absorbed.id } })).toBe(0)
  })
})
