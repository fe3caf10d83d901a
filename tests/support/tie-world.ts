import { dateOf } from '../../api/src/kernel/clock.ts'
import { globalId, parseGlobalId } from '../../api/src/kernel/ids.ts'
import type { RoleName, Viewer } from '../../api/src/kernel/viewer.ts'
import { membership, platform } from '../../api/src/modules/platforms/fixtures.ts'
import { corporation, facility } from '../../api/src/modules/registry/fixtures.ts'
import type { TestGraph } from './graph.ts'
import { somebody } from './network-world.ts'
import { viewerActingAs } from './viewers.ts'

/** A network of three corporations, each with an administrator, and everybody else who might look. */
export async function tieWorld(graph: Pick<TestGraph, 'db'>) {
  const { db } = graph
  const { id: platformId, name: network } = await platform(db)
  const inNetwork = { platformIds: [platformId] }
  const member = async (kana: string, position: number) => {
    const { id, name } = await corporation(db, { kana })
    await membership(db, { platformId, corporationId: id, position })
    const person = await somebody(graph)
    await db.roleAssignment.create({
      data: {
        role: 'CORPORATION_ADMIN',
        corporationId: id,
        userId: person.id,
        startsOn: dateOf('2020-04-01'),
      },
    })
    const administrator = viewerActingAs(person.id, 'CORPORATION_ADMIN', {
      corporationId: id,
      name,
      ...inNetwork,
    })
    return { id, name, gid: globalId('Corporation', id), userId: person.id, administrator }
  }
  const [one, other, third] = [await member('あ', 1), await member('い', 2), await member('う', 3)]
  const place = await facility(db, { corporationId: one.id })
  const viewer = async (role: RoleName, body: object) =>
    viewerActingAs((await somebody(graph)).id, role, { ...inNetwork, ...body })
  const elsewhere = await platform(db)
  const viewers: Readonly<Record<string, Viewer>> = {
    'one’s administrator': one.administrator,
    'the other’s administrator': other.administrator,
    'one’s reporter': await viewer('CORPORATION_REPORTER', { corporationId: one.id }),
    'a third’s administrator': third.administrator,
    'one’s director': await viewer('FACILITY_DIRECTOR', { facilityId: place.id, corporationId: one.id }),
    'one’s staff': await viewer('FACILITY_STAFF', { facilityId: place.id, corporationId: one.id }),
    secretariat: await viewer('PLATFORM_SECRETARIAT', { platformId }),
    chair: await viewer('PLATFORM_CHAIR', { platformId }),
    auditor: await viewer('PLATFORM_AUDITOR', { platformId }),
    liaison: await viewer('MUNICIPAL_LIAISON', { municipalityCode: '062014' }),
    operator: viewerActingAs((await somebody(graph)).id, 'SYSTEM_OPERATOR'),
    'secretariat elsewhere': viewerActingAs((await somebody(graph)).id, 'PLATFORM_SECRETARIAT', {
      platformId: elsewhere.id,
      platformIds: [elsewhere.id],
    }),
  }
  const as = (name: string): Viewer => {
    const found = viewers[name]
    if (!found) throw new Error(`nobody is ${name}`)
    return found
  }
  return {
    platformId,
    platform: globalId('Platform', platformId),
    network,
    one,
    other,
    third,
    facility: place,
    viewers,
    as,
  }
}

export type TieWorld = Awaited<ReturnType<typeof tieWorld>>

const PAYLOAD = `__typename ... on Problem { code } ... on ValidationProblem { issues { path code } }`

/** Sends a command of a tie; answers the payload, or what the command objects to. */
export async function sendTie(graph: TestGraph, viewer: Viewer, name: string, input: object, now?: Date) {
  const Name = name.charAt(0).toUpperCase() + name.slice(1)
  const document = `mutation ($input: ${Name}Input!) { ${name}(input: $input) { ${PAYLOAD}
    ... on ${Name}Payload { collaborationTie { id status version validTo } } } }`
  const answer = await graph.ask(document, { viewer, variables: { input }, ...(now && { now }) })
  return answer[name]
}

export const ALLIANCE = {
  service: '給食の調理',
  scope: '平日の昼食',
  feeYen: 420,
  feePer: 'PERSON',
  renewal: 'BY_AGREEMENT',
  confidentiality: true,
  personalData: 'NOT_HANDLED',
  termination: '90日前まで',
}
export const CONTRACT = [{ kind: 'CONTRACT', reference: '契約書 第1号' }]

/** An alliance that the first corporation would propose to the second. */
export const proposal = ({ platform: platformId, other }: TieWorld, more: object = {}) => ({
  stage: 'BUSINESS_ALLIANCE',
  platformId,
  subject: '給食の共同調理',
  ownRole: 'GIVING',
  others: [{ corporationId: other.gid, role: 'TAKING' }],
  validFrom: '2026-04-01',
  evidence: CONTRACT,
  alliance: ALLIANCE,
  ...more,
})

/** What tests of ties do again and again on one graph. */
export function tieActs(graph: TestGraph) {
  const send = (viewer: Viewer, name: string, input: object) => sendTie(graph, viewer, name, input)
  return {
    send,
    stored: (id: string) =>
      graph.db.collaborationTie.findUniqueOrThrow({
        where: { id: parseGlobalId(id)?.id ?? '' },
        include: {
          parties: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
          papers: { include: { evidence: true } },
          changes: { orderBy: { at: 'asc' } },
        },
      }),
    /** A tie that one has proposed and the other has agreed to. */
    agreed: async (there: TieWorld, more: object = {}): Promise<string> => {
      const { collaborationTie } = await send(there.one.administrator, 'proposeTie', proposal(there, more))
      await send(there.other.administrator, 'agreeTie', {
        collaborationTieId: collaborationTie.id,
        version: 1,
      })
      return collaborationTie.id
    },
  }
}
