import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { AFTER, BEFORE, endingBench, idOf, type EndingWorld } from '../../../../../tests/support/endings.ts'
import { openTestGraph, type TestGraph } from '../../../../../tests/support/graph.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { dateOf } from '../../../kernel/clock.ts'
import { runCommand } from '../../../kernel/command.ts'
import { guest, systemViewer, type RoleName, type Viewer } from '../../../kernel/viewer.ts'
import { corporation } from '../fixtures.ts'
import { completeSuccession } from './complete-succession.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const { someone, world, send, done, merge, undo, standing } = endingBench(() => graph)

describe('recordMerger', () => {
  it('carries facilities, offices, contacts, roles, memberships and invitations to the successor', async () => {
    const given = await world()
    expect(await standing(given)).toEqual(BEFORE)
    expect(await merge(given)).toMatchObject({
      corporation: { status: 'MERGED', endedOn: '2026-11-22', successor: { id: idOf(given.newId) } },
      corporationSuccession: { status: 'DONE' },
    })
    expect(await standing(given)).toEqual(AFTER)
    // Its own rule ends with it.
    expect(await graph.db.procurementLimit.count({ where: { corporationId: given.oldId } })).toBe(1)
  })

  it('is audited and announced once, to both corporations and their networks', async () => {
    const given = await world()
    await merge(given)
    const entry = await graph.db.auditEntry.findFirstOrThrow({
      where: { command: 'recordMerger', subjectId: given.oldId },
    })
    expect(entry.reason).toBe('合併契約（令和8年9月）による。')
    const [event, ...others] = await graph.db.eventLog.findMany({ where: { auditSeq: entry.seq } })
    expect(others).toEqual([])
    expect(event).toMatchObject({
      name: 'registry.CorporationSucceeded.v1',
      payload: { kind: 'MERGER', corporationId: given.oldId, successorId: given.newId, onDate: '2026-11-23' },
      entities: [idOf(given.oldId), idOf(given.newId)],
    })
    expect(event?.audience.toSorted()).toEqual(
      [
        `corporation:${given.oldId}`,
        `corporation:${given.newId}`,
        `platform:${given.bothId}`,
        `platform:${given.oldOnlyId}`,
      ].toSorted(),
    )
  })

  it('of a day that is over moves memberships from that day and access from today', async () => {
    const given = await world()
    await merge(given, '2026-10-01')
    const { memberships, roles } = await standing(given)
    expect(memberships).toContain('new 7 2026-10-01…–')
    expect(memberships).toContain('old 7 2020-04-01…2026-09-30')
    expect(roles).toContain('hanako new 2026-11-23…–')
  })

  it('of a day to come waits for it, is hidden from others, and takes effect once by itself', async () => {
    const given = await world()
    const { corporation: still, corporationSuccession } = await merge(given, '2027-04-01')
    expect([still.status, corporationSuccession.status]).toEqual(['ACTIVE', 'PLANNED'])
    expect(await standing(given)).toEqual(BEFORE)
    const seen = async (viewer: Viewer) => {
      const { corporation: found } = await graph.ask(
        'query Planned($id: ID!) { corporation(id: $id) { successions(first: 5) { nodes { status onDate } } } }',
        { viewer, variables: { id: idOf(given.oldId) } },
      )
      return found.successions.nodes.length
    }
    expect(await seen(given.secretariat)).toBe(1)
    expect(await seen(viewerActingAs('u', 'CORPORATION_ADMIN', { corporationId: given.newId }))).toBe(1)
    expect(await seen(viewerActingAs('u', 'SYSTEM_OPERATOR'))).toBe(1)
    expect(await seen(guest)).toBe(0)
    expect(await seen(viewerActingAs('u', 'CORPORATION_ADMIN', { corporationId: randomUUID() }))).toBe(0)

    const { id } = await graph.db.corporationSuccession.findFirstOrThrow({
      where: { corporationId: given.oldId },
    })
    const complete = (now: string) =>
      runCommand(
        completeSuccession,
        { corporationSuccessionId: id },
        { db: graph.db, viewer: systemViewer, clock: { now: () => new Date(now) }, requestId: null },
      )
    await complete('2027-03-31T03:00:00Z')
    expect(await standing(given)).toEqual(BEFORE)
    await Promise.all([complete('2027-03-31T15:05:00Z'), complete('2027-03-31T15:05:00Z')])
    expect((await standing(given)).roles).toContain('hanako new 2027-04-01…–')
    expect(await seen(guest)).toBe(1)
    const announced = await graph.db.eventLog.count({
      where: { name: 'registry.CorporationSucceeded.v1', payload: { path: ['successionId'], equals: id } },
    })
    expect(announced).toBe(1)
  })

  it('carries a planned hand-over to the new role', async () => {
    const given = await world()
    const planned = await graph.db.roleAssignment.findFirstOrThrow({
      where: { userId: given.hanako.id, corporationId: given.oldId },
    })
    await graph.db.roleHandover.create({
      data: {
        fromUserId: given.hanako.id,
        toUserId: given.director.id,
        onDate: dateOf('2027-04-01'),
        plannedByUserId: given.hanako.id,
        items: { create: { roleAssignmentId: planned.id } },
      },
    })
    const itemsRole = async () =>
      (
        await graph.db.handoverItem.findFirstOrThrow({
          where: { handover: { fromUserId: given.hanako.id } },
          include: { roleAssignment: true },
        })
      ).roleAssignment.corporationId
    const { corporationSuccession } = await merge(given)
    expect(await itemsRole()).toBe(given.newId)
    await undo(given, corporationSuccession.id)
    expect(await itemsRole()).toBe(given.oldId)
  })

  it.each<[string, (given: EndingWorld) => Promise<object>, string]>([
    ['into itself', async ({ oldId }) => ({ successorId: idOf(oldId) }), 'SUCCESSOR_IS_ITSELF'],
    ['three years ahead', async () => ({ onDate: '2029-11-23' }), 'SUCCESSION_TOO_FAR_AHEAD'],
    ['two years ago', async () => ({ onDate: '2024-11-23' }), 'SUCCESSION_TOO_LONG_AGO'],
  ])('is refused %s', async (_what, wrong, code) => {
    const given = await world()
    const answer = await done('recordMerger', given.secretariat, {
      corporationId: idOf(given.oldId),
      successorId: idOf(given.newId),
      onDate: '2026-11-23',
      reason: '合併',
      ...(await wrong(given)),
    })
    expect(answer).toEqual({ __typename: 'RuleProblem', code })
    expect(await standing(given)).toEqual(BEFORE)
  })

  it('is refused a second time, and into one that has ended', async () => {
    const given = await world()
    await merge(given, '2027-04-01')
    expect(await merge(given, '2027-05-01')).toMatchObject({ code: 'SUCCESSION_RECORDED' })
    const operator = viewerActingAs((await someone()).id, 'SYSTEM_OPERATOR')
    const gone = await corporation(graph.db, { status: 'DISSOLVED', endedOn: new Date('2026-03-31') })
    const other = await corporation(graph.db)
    const into = {
      corporationId: idOf(other.id),
      successorId: idOf(gone.id),
      onDate: '2026-11-23',
      reason: '合併',
    }
    expect(await done('recordMerger', operator, into)).toMatchObject({ code: 'SUCCESSOR_HAS_ENDED' })
  })

  it.each<[string, RoleName, (given: EndingWorld) => object, string]>([
    [
      'the old one’s administrator',
      'CORPORATION_ADMIN',
      ({ oldId }) => ({ corporationId: oldId }),
      'ONLY_THE_SECRETARIAT_RECORDS',
    ],
    [
      'the successor’s administrator',
      'CORPORATION_ADMIN',
      ({ newId }) => ({ corporationId: newId }),
      'ONLY_THE_SECRETARIAT_RECORDS',
    ],
    [
      'a secretariat that knows only one of them',
      'PLATFORM_SECRETARIAT',
      ({ oldOnlyId }) => ({ platformId: oldOnlyId, platformIds: [oldOnlyId] }),
      'NOT_A_MEMBER',
    ],
  ])('is refused to %s, and changes nothing', async (_who, name, body, reason) => {
    const given = await world()
    const { errors } = await send('recordMerger', viewerActingAs(given.hanako.id, name, body(given)), {
      corporationId: idOf(given.oldId),
      successorId: idOf(given.newId),
      onDate: '2026-11-23',
      reason: '合併',
    })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason })
    expect(await standing(given)).toEqual(BEFORE)
  })
})
