import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { globalId } from '../../api/src/kernel/ids.ts'
import type { Viewer } from '../../api/src/kernel/viewer.ts'
import { membership, platform } from '../../api/src/modules/platforms/fixtures.ts'
import { corporation } from '../../api/src/modules/registry/fixtures.ts'
import type { TestGraph } from './graph.ts'
import { viewerActingAs } from './viewers.ts'

/** A member of a network with its administrator, its secretariat and others, and what its commands are asked with. */
export function corporationBench(graph: () => TestGraph) {
  const someone = () =>
    graph().db.user.create({
      data: { name: '見本 花子', email: `${randomUUID()}@mihon.example`, sample: true },
    })

  async function world() {
    const { db } = graph()
    const { id: corporationId, name } = await corporation(db, { seatMunicipalityCode: '062014' })
    const { id: platformId } = await platform(db)
    await membership(db, { platformId, corporationId })
    const user = await someone()
    const admin = viewerActingAs(user.id, 'CORPORATION_ADMIN', { corporationId, platformIds: [platformId] })
    const secretariat = viewerActingAs((await someone()).id, 'PLATFORM_SECRETARIAT', {
      platformId,
      platformIds: [platformId],
    })
    const stranger = viewerActingAs((await someone()).id, 'CORPORATION_ADMIN', {
      corporationId: randomUUID(),
    })
    const operator = viewerActingAs((await someone()).id, 'SYSTEM_OPERATOR')
    const id = globalId('Corporation', corporationId)
    return { id, corporationId, name, platformId, userId: user.id, admin, secretariat, stranger, operator }
  }

  const send = (name: string, viewer: Viewer, input: object) => {
    const Name = name.charAt(0).toUpperCase() + name.slice(1)
    return graph().request(
      /* GraphQL */ `mutation Send($input: ${Name}Input!) {
        ${name}(input: $input) {
          __typename
          ... on ${Name}Payload { corporation { id version } }
          ... on Problem { code ... on ValidationProblem { issues { path code } } ... on ConflictProblem { currentVersion } }
        }
      }`,
      { viewer, variables: { input } },
    )
  }
  const done = async (name: string, viewer: Viewer, input: object) => {
    const { data, errors } = await send(name, viewer, input)
    expect(errors).toBeUndefined()
    return data[name]
  }
  const refusal = async (name: string, viewer: Viewer, input: object) => {
    const { errors } = await send(name, viewer, input)
    return errors?.[0]?.extensions
  }
  const actOf = (corporationId: string, command: string) =>
    graph().db.auditEntry.findFirstOrThrow({
      where: { subjectId: corporationId, command },
      orderBy: { seq: 'desc' },
    })
  const eventsOf = async (seq: bigint) =>
    (await graph().db.eventLog.findMany({ where: { auditSeq: seq }, orderBy: { seq: 'asc' } })).map(
      ({ name }) => name,
    )

  return { someone, world, done, refusal, actOf, eventsOf }
}
