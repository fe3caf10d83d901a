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
})
afterAll(() => db.$disconnect())

describe('the published files of Yamagata', () => {
  it('give so many certain and doubtful pairs', async () => {
    const pairs = await db.matchProposal.groupBy({ by: ['kind', 'state'], _count: true })
    console.log(first, pairs)
    console.log((await db.matchProposal.findMany({where:{state:'OPEN'},include:{shelter:true,facility:true,otherFacility:true,corporation:true,otherCorporation:true},orderBy:{score:'desc'}})).map(p=>[p.kind,p.score,p.shelter?.name,p.facility?.name,p.otherFacility?.name,p.corporation?.name,p.otherCorporation?.name].join(' | ')).join('\n'))
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
    const shelter = await db.shelter.findFirstOrThrow({ where: { name: '特別養護老人ホームあこがれ ' } })
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
