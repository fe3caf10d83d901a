import { randomUUID } from 'node:crypto'
import { globalId } from '../../api/src/kernel/ids.ts'
import { membership, platform } from '../../api/src/modules/platforms/fixtures.ts'
import { corporation, facility } from '../../api/src/modules/registry/fixtures.ts'
import type { TestGraph } from './graph.ts'
import { viewerActingAs } from './viewers.ts'

/** An invented person. */
export const somebody = (graph: Pick<TestGraph, 'db'>, name = '見本 花子') =>
  graph.db.user.create({ data: { name, email: `${randomUUID()}@mihon.example`, sample: true } })

/** A network with one member, its two facilities under one director, and the secretariat. */
export async function networkWorld(graph: TestGraph) {
  const { db } = graph
  const { id: corporationId } = await corporation(db)
  const one = await facility(db, { corporationId, kana: 'あ' })
  const other = await facility(db, { corporationId, kana: 'い' })
  const { id: platformId, name: network } = await platform(db)
  await membership(db, { platformId, corporationId })
  const director = await somebody(graph)
  const startsOn = new Date('2020-04-01')
  for (const { id: facilityId } of [one, other])
    await db.roleAssignment.create({
      data: { role: 'FACILITY_DIRECTOR', facilityId, userId: director.id, startsOn },
    })
  const { id: secretaryId } = await somebody(graph, '見本 さちこ')
  const secretariat = viewerActingAs(secretaryId, 'PLATFORM_SECRETARIAT', {
    platformId,
    platformIds: [platformId],
  })
  const directing = (facilityId: string) =>
    viewerActingAs(director.id, 'FACILITY_DIRECTOR', { corporationId, facilityId })
  return { corporationId, platformId, network, one, other, director, directing, secretariat }
}
export type NetworkWorld = Awaited<ReturnType<typeof networkWorld>>

/** The director confirms a block of a facility, or all of them. */
export const confirmIn = (
  graph: TestGraph,
  there: NetworkWorld,
  { id }: { id: string },
  block: string | undefined,
  now: Date,
) =>
  graph.ask(
    `mutation ($input: ConfirmFacilityUnchangedInput!) { confirmFacilityUnchanged(input: $input) { __typename } }`,
    {
      viewer: there.directing(id),
      now,
      variables: { input: { facilityId: globalId('Facility', id), block } },
    },
  )
