import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, TODAY, type TestGraph } from '../../../../../tests/support/graph.ts'
import { networkWorld, somebody } from '../../../../../tests/support/network-world.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { globalId } from '../../../kernel/ids.ts'
import { react } from '../../../kernel/jobs/reaction.ts'
import { createLog } from '../../../kernel/log.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { corporation, serviceKind } from '../fixtures.ts'
import '../reactions.ts'

// 事業譲渡: a facility goes to another corporation while both go on.

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const TRANSFER = `mutation ($input: TransferFacilityInput!) { transferFacility(input: $input) {
  __typename
  ... on TransferFacilityPayload { facility { corporation { id } viewerCan { transfer { allowed reason } } } }
  ... on Problem { code }
  ... on ValidationProblem { issues { path code } } } }`

async function world() {
  const there = await networkWorld(graph)
  const to = await corporation(graph.db)
  const kind = await serviceKind(graph.db)
  const office = await graph.db.serviceOffice.create({
    data: {
      facilityId: there.one.id,
      corporationId: there.corporationId,
      serviceKindId: kind.id,
      name: '見本',
      sample: true,
    },
  })
  return { ...there, to, office }
}
type World = Awaited<ReturnType<typeof world>>

const transfer = async (viewer: Viewer, { one, to }: World, given: object = {}) =>
  (
    await graph.ask(TRANSFER, {
      viewer,
      variables: {
        input: {
          facilityId: globalId('Facility', one.id),
          version: 1,
          corporationId: globalId('Corporation', to.id),
          onDate: '2026-11-01',
          reason: '事業譲渡契約による',
          ...given,
        },
      },
    })
  ).transferFacility

describe('a facility that another corporation takes over', () => {
  it('goes with its offices; its people stay, and no file gives it back', async () => {
    const there = await world()
    expect(await transfer(there.secretariat, there)).toMatchObject({
      facility: { corporation: { id: globalId('Corporation', there.to.id) } },
    })
    const after = await graph.db.facility.findUniqueOrThrow({
      where: { id: there.one.id },
      include: { offices: true, roles: true, revisions: { where: { record: 'FACILITY' } } },
    })
    expect(after).toMatchObject({ corporationId: there.to.id, handSet: ['corporationId'], version: 2 })
    expect(after.offices).toMatchObject([{ corporationId: there.to.id, handSet: ['corporationId'] }])
    expect(after.roles).toMatchObject([{ userId: there.director.id, endsOn: null }])
    expect(
      after.revisions.map(({ content }) => (content as { corporation_id: string }).corporation_id),
    ).toEqual(expect.arrayContaining([there.corporationId, there.to.id]))
    // The corporation it left keeps its other facility.
    expect(await graph.db.facility.findUnique({ where: { id: there.other.id } })).toMatchObject({
      corporationId: there.corporationId,
    })
  })

  it('is told to its people and to the administrators of both corporations, once', async () => {
    const there = await world()
    const [giving, taking] = [await somebody(graph), await somebody(graph)]
    for (const [userId, corporationId] of [
      [giving.id, there.corporationId],
      [taking.id, there.to.id],
    ] as const)
      await graph.db.roleAssignment.create({
        data: { role: 'CORPORATION_ADMIN', corporationId, userId, startsOn: new Date('2020-04-01') },
      })
    await transfer(there.secretariat, there)
    const { id: eventId } = await graph.db.eventLog.findFirstOrThrow({
      where: {
        name: 'registry.FacilityTransferred.v1',
        payload: { path: ['facilityId'], equals: there.one.id },
      },
    })
    const context = { db: graph.db, clock: { now: () => TODAY }, log: createLog('silent'), mailer: null }
    await react.run({ eventId }, context)
    await react.run({ eventId }, context)
    for (const userId of [giving.id, taking.id, there.director.id])
      expect(
        await graph.db.notification.findMany({ where: { userId, kind: 'registry.facilityTransferred' } }),
      ).toMatchObject([{ params: { facility: there.one.name, to: there.to.name, day: '2026-11-01' } }])
  })

  it('is written down by a secretariat of the network or the operator, and by nobody else', async () => {
    const there = await world()
    const elsewhere = await networkWorld(graph)
    const { id } = await somebody(graph)
    for (const [viewer, reason] of [
      [there.directing(there.one.id), 'ONLY_THE_SECRETARIAT_RECORDS'],
      [
        viewerActingAs(id, 'CORPORATION_ADMIN', { corporationId: there.corporationId }),
        'ONLY_THE_SECRETARIAT_RECORDS',
      ],
      [
        viewerActingAs(id, 'CORPORATION_ADMIN', { corporationId: there.to.id }),
        'ONLY_THE_SECRETARIAT_RECORDS',
      ],
      [elsewhere.secretariat, 'NOT_A_MEMBER'],
    ] as const)
      await expect(transfer(viewer, there)).rejects.toThrow(reason)
    expect(await transfer(viewerActingAs(id, 'SYSTEM_OPERATOR'), there)).toMatchObject({
      facility: { viewerCan: { transfer: { allowed: true } } },
    })
  })

  it('is refused to itself, from a day to come, and when somebody else was faster', async () => {
    const there = await world()
    const own = globalId('Corporation', there.corporationId)
    expect(
      await transfer(there.secretariat, there, { corporationId: own, onDate: '2026-11-24' }),
    ).toMatchObject({
      issues: [
        { path: ['onDate'], code: 'DAY_IN_FUTURE' },
        { path: ['corporationId'], code: 'SUCCESSOR_IS_ITSELF' },
      ],
    })
    await transfer(there.secretariat, there)
    // It belongs to no member of the network any more.
    await expect(transfer(there.secretariat, there)).rejects.toThrow('NOT_A_MEMBER')
    const { id } = await somebody(graph)
    const back = { corporationId: own }
    expect(await transfer(viewerActingAs(id, 'SYSTEM_OPERATOR'), there, back)).toMatchObject({
      __typename: 'ConflictProblem',
    })
    expect(
      await transfer(viewerActingAs(id, 'SYSTEM_OPERATOR'), there, { ...back, version: 2 }),
    ).toMatchObject({
      facility: { corporation: { id: own } },
    })
  })
})
