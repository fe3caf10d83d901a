import { dateOf } from '../../api/src/kernel/clock.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import type { RoleName, Viewer } from '../../api/src/kernel/viewer.ts'
import { membership, platform } from '../../api/src/modules/platforms/fixtures.ts'
import { recordShelterFact } from '../../api/src/modules/readiness/public.ts'
import { corporation, facility } from '../../api/src/modules/registry/fixtures.ts'
import { TODAY, type TestGraph } from './graph.ts'
import { somebody } from './network-world.ts'
import { viewerActingAs } from './viewers.ts'

/** A network of two corporations: one has a designated facility, the other one that prepares; and everybody who might look. */
export async function readinessWorld(graph: TestGraph) {
  const { db } = graph
  const { id: platformId } = await platform(db)
  const inNetwork = { platformIds: [platformId] }
  const member = async (position: number) => {
    const { id } = await corporation(db)
    await membership(db, { platformId, corporationId: id, position })
    return id
  }
  const [guiding, preparing] = [await member(1), await member(2)]
  const place = async (corporationId: string) => {
    const { id } = await facility(db, { corporationId })
    return { id, gid: globalId('Facility', id) }
  }
  const [mentor, mentee, other] = [await place(guiding), await place(preparing), await place(preparing)]
  const as = async (role: RoleName, body: object): Promise<Viewer> =>
    viewerActingAs((await somebody(graph)).id, role, { ...inNetwork, ...body })
  const viewers = {
    mentor: await as('FACILITY_DIRECTOR', { facilityId: mentor.id, corporationId: guiding }),
    mentee: await as('FACILITY_DIRECTOR', { facilityId: mentee.id, corporationId: preparing }),
    staff: await as('FACILITY_STAFF', { facilityId: mentee.id, corporationId: preparing }),
    administrator: await as('CORPORATION_ADMIN', { corporationId: preparing }),
    'another member': await as('FACILITY_DIRECTOR', {
      facilityId: (await place(await member(3))).id,
      corporationId: null,
    }),
    secretariat: await as('PLATFORM_SECRETARIAT', { platformId }),
    auditor: await as('PLATFORM_AUDITOR', { platformId }),
    liaison: await as('MUNICIPAL_LIAISON', { municipalityCode: '062014' }),
    operator: viewerActingAs((await somebody(graph)).id, 'SYSTEM_OPERATOR'),
    stranger: viewerActingAs((await somebody(graph)).id, 'PLATFORM_SECRETARIAT', {
      platformId: (await platform(db)).id,
    }),
  } satisfies Record<string, Viewer>
  await db.mentoringLimit.create({ data: { platformId, facilities: 2, startsOn: dateOf('2020-04-01') } })
  const designate = (facilityId: string, at = new Date('2021-04-01T00:00:00Z')) =>
    db.$transaction((tx) =>
      recordShelterFact(tx, {
        facilityId,
        kind: 'DESIGNATED',
        at,
        source: 'MUNICIPALITY',
        sourceText: '見本の告示',
        eventId: null,
        recordedByUserId: null,
        recordedAt: at,
      }),
    )
  await designate(mentor.id)
  return {
    platformId,
    platform: globalId('Platform', platformId),
    mentor,
    mentee,
    other,
    preparing,
    viewers,
    designate,
    place: () => place(preparing),
  }
}

/** Sends a command and answers its payload or what it objects to. */
export async function sendReadiness(
  graph: TestGraph,
  viewer: Viewer,
  name: string,
  input: object,
  selection: string,
  now = TODAY,
) {
  const Name = name.charAt(0).toUpperCase() + name.slice(1)
  const document = `mutation ($input: ${Name}Input!) { ${name}(input: $input) { __typename
    ... on Problem { code } ... on ValidationProblem { issues { path code } }
    ... on ${Name}Payload { ${selection} } } }`
  return (await graph.ask(document, { viewer, variables: { input }, now }))[name]
}
