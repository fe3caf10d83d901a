import { beforeAll, describe, expect, it } from 'vitest'
import { AFTER, BEFORE, endingBench, type EndingWorld } from '../../../../../tests/support/endings.ts'
import { openTestGraph, TODAY, type TestGraph } from '../../../../../tests/support/graph.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { dateOf } from '../../../kernel/clock.ts'
import { corporation } from '../fixtures.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const { world, send, done, merge, undo, standing } = endingBench(() => graph)

describe('undoSuccession', () => {
  it('gives everything back', async () => {
    const given = await world()
    const { corporationSuccession } = await merge(given)
    expect(await undo(given, corporationSuccession.id)).toMatchObject({
      corporation: { status: 'ACTIVE', endedOn: null, successor: null },
    })
    expect(await standing(given)).toEqual(BEFORE)
    const names = await graph.db.eventLog.findMany({
      where: { payload: { path: ['corporationId'], equals: given.oldId } },
      orderBy: { seq: 'asc' },
    })
    expect(names.map(({ name }) => name)).toEqual([
      'registry.CorporationSucceeded.v1',
      'registry.CorporationSuccessionReverted.v1',
    ])
    // And it can be done again.
    expect(await merge(given)).toMatchObject({ corporation: { status: 'MERGED' } })
    expect(await standing(given)).toEqual(AFTER)
  })

  it('calls a planned one off', async () => {
    const given = await world()
    const { corporationSuccession } = await merge(given, '2027-04-01')
    expect(await undo(given, corporationSuccession.id)).toMatchObject({ corporation: { status: 'ACTIVE' } })
    expect(await undo(given, corporationSuccession.id)).toMatchObject({ code: 'SUCCESSION_UNDONE' })
    expect(await standing(given)).toEqual(BEFORE)
  })

  it('days later ends the roles that were held meanwhile, and keeps them in the history', async () => {
    const given = await world()
    const { corporationSuccession } = await merge(given)
    await done(
      'undoSuccession',
      given.secretariat,
      { corporationSuccessionId: corporationSuccession.id, reason: '誤り' },
      new Date('2026-11-30T03:00:00Z'),
    )
    expect((await standing(given)).roles).toEqual(
      [...BEFORE.roles, 'hanako new 2026-11-23…2026-11-29'].toSorted(),
    )
  })

  it.each<[string, (given: EndingWorld) => Promise<unknown>]>([
    [
      'a facility went on to somebody else',
      async ({ facilityId }) =>
        graph.db.facility.update({
          where: { id: facilityId },
          data: { corporationId: (await corporation(graph.db)).id },
        }),
    ],
    [
      'a role was ended',
      ({ hanako, newId }) =>
        graph.db.roleAssignment.updateMany({
          where: { userId: hanako.id, corporationId: newId },
          data: { endsOn: dateOf('2026-12-31'), version: { increment: 1 } },
        }),
    ],
    [
      'the invitation was accepted',
      ({ invitationId, taro }) =>
        graph.db.invitation.update({
          where: { id: invitationId },
          data: { acceptedAt: TODAY, acceptedByUserId: taro.id, version: { increment: 1 } },
        }),
    ],
    [
      'a contact was changed',
      ({ newId }) =>
        graph.db.corporationContact.updateMany({
          where: { corporationId: newId, position: 2 },
          data: { roleTitle: '顧問', version: { increment: 1 } },
        }),
    ],
    [
      'the successor itself has merged',
      ({ newId }) =>
        graph.db.corporation.update({
          where: { id: newId },
          data: { status: 'DISSOLVED', endedOn: dateOf('2026-11-23') },
        }),
    ],
  ])('is refused as a whole once %s', async (_what, build) => {
    const given = await world()
    const { corporationSuccession } = await merge(given)
    await build(given)
    const before = await standing(given)
    expect(await undo(given, corporationSuccession.id)).toEqual({
      __typename: 'RuleProblem',
      code: 'SUCCESSION_BUILT_UPON',
    })
    expect(await standing(given)).toEqual(before)
  })

  it('is refused to strangers', async () => {
    const given = await world()
    const { corporationSuccession } = await merge(given)
    const { errors } = await send(
      'undoSuccession',
      viewerActingAs(given.hanako.id, 'CORPORATION_ADMIN', { corporationId: given.newId }),
      {
        corporationSuccessionId: corporationSuccession.id,
        reason: 'x',
      },
    )
    expect(errors?.[0]?.extensions).toMatchObject({ reason: 'ONLY_THE_SECRETARIAT_RECORDS' })
  })
})
