import { globalId } from '../../api/src/kernel/ids.ts'
import type { Viewer } from '../../api/src/kernel/viewer.ts'
import { membership, platform } from '../../api/src/modules/platforms/fixtures.ts'
import { corporation } from '../../api/src/modules/registry/fixtures.ts'
import { voluntaryRulebook, type Rulebook } from '../../api/src/modules/rulebooks/public.ts'
import { somebody } from './network-world.ts'
import { TODAY, type TestGraph } from './graph.ts'
import { viewerActingAs } from './viewers.ts'

/** Ten days ahead, at two in the afternoon in Japan. */
export const MEETING_AT = new Date('2026-12-03T05:00:00Z')
const ANSWER_BY = new Date('2026-12-02T08:00:00Z')

/** A member of a network, with a director who speaks for it. */
export interface Member {
  readonly corporationId: string
  readonly name: string
  readonly director: Viewer
}

/** A network with so many members, its secretariat, chair and auditor, and a rulebook in force. */
export async function meetingWorld(graph: TestGraph, size: number, rulebook: Rulebook = voluntaryRulebook) {
  const { db } = graph
  const { id: platformId } = await platform(db)
  await db.rulebookVersion.create({
    data: {
      platformId,
      number: 1,
      adoptedOn: new Date('2020-03-01'),
      effectiveOn: new Date('2020-04-01'),
      rules: structuredClone(rulebook) as never,
      articles: [],
    },
  })
  const platformIds = [platformId]
  const members: Member[] = []
  for (let n = 1; n <= size; n++) {
    const { id: corporationId, name } = await corporation(db)
    await membership(db, { platformId, corporationId, position: n })
    const { id: userId } = await somebody(graph, `見本 ${n}子`)
    const director = viewerActingAs(userId, 'CORPORATION_ADMIN', { corporationId, platformIds })
    members.push({ corporationId, name, director })
  }
  const officer = async (role: 'PLATFORM_SECRETARIAT' | 'PLATFORM_CHAIR' | 'PLATFORM_AUDITOR') => {
    const { id } = await somebody(graph)
    return viewerActingAs(id, role, { platformId, platformIds })
  }
  return {
    platformId,
    members,
    secretariat: await officer('PLATFORM_SECRETARIAT'),
    auditor: await officer('PLATFORM_AUDITOR'),
  }
}
export type MeetingWorld = Awaited<ReturnType<typeof meetingWorld>>

export interface Sent {
  readonly __typename: string
  readonly code?: string
  readonly message?: string
  readonly [field: string]: unknown
}

/** Sends a command as somebody; the answer is the payload, or the refusal with its code. */
export async function send(
  graph: TestGraph,
  name: string,
  input: Readonly<Record<string, unknown>>,
  { viewer, now = TODAY, select = '' }: { viewer: Viewer; now?: Date; select?: string },
): Promise<Sent> {
  const Name = name.charAt(0).toUpperCase() + name.slice(1)
  const chosen = select ? `... on ${Name}Payload { ${select} }` : ''
  const answer = await graph.ask(
    `mutation ($input: ${Name}Input!) { ${name}(input: $input) { __typename ${chosen} ... on Problem { code message } } }`,
    { viewer, now, variables: { input } },
  )
  return answer[name]
}

/** As `send`, for what has to succeed. */
export async function done(...args: Parameters<typeof send>): Promise<Sent> {
  const sent = await send(...args)
  if (sent.code) throw new Error(`${args[1]} was refused: ${sent.code} ${sent.message}`)
  return sent
}

export interface PlannedItem {
  readonly kind?: 'RESOLUTION' | 'REPORT'
  readonly resolutionKind?: string | null
  readonly title?: string
}

/** A meeting with its agenda, still a draft. */
export async function draftMeeting(
  graph: TestGraph,
  { platformId, secretariat }: MeetingWorld,
  items: readonly PlannedItem[] = [{}],
  plan: Readonly<Record<string, unknown>> = {},
) {
  const { meeting } = (await done(
    graph,
    'planMeeting',
    {
      platformId: globalId('Platform', platformId),
      organ: 'GENERAL_MEETING',
      committeeId: null,
      seriesId: null,
      form: 'ASSEMBLY',
      title: '見本の総会',
      number: 1,
      startsAt: MEETING_AT.toISOString(),
      endsAt: null,
      place: '見本会館',
      onlineUrl: null,
      answerBy: ANSWER_BY.toISOString(),
      ...plan,
    },
    { viewer: secretariat, select: 'meeting { id version }' },
  )) as unknown as { meeting: { id: string; version: number } }
  const { meeting: planned } = (await done(
    graph,
    'editAgenda',
    {
      meetingId: meeting.id,
      version: meeting.version,
      items: items.map(({ kind = 'RESOLUTION', resolutionKind = 'ORDINARY', title = '見本の議案' }) => ({
        id: null,
        kind,
        title,
        text: `${title}の本文`,
        presenter: '',
        resolutionKind: kind === 'RESOLUTION' ? resolutionKind : null,
      })),
    },
    { viewer: secretariat, select: 'meeting { version items(first: 60) { nodes { id } } }' },
  )) as unknown as { meeting: { version: number; items: { nodes: { id: string }[] } } }
  return {
    meetingId: meeting.id,
    version: planned.version,
    itemIds: planned.items.nodes.map(({ id }) => id),
  }
}

/** A meeting whose notice is out, with the lines of its roll in the order of the members. */
export async function calledMeeting(
  graph: TestGraph,
  world: MeetingWorld,
  items?: readonly PlannedItem[],
  plan?: Readonly<Record<string, unknown>>,
) {
  const { meetingId, version, itemIds } = await draftMeeting(graph, world, items, plan)
  await done(
    graph,
    'sendNotice',
    { meetingId, version, lateNoticeReason: null },
    { viewer: world.secretariat },
  )
  const { meeting } = await graph.ask(
    `query ($id: ID!) { meeting(id: $id) { voters(first: 100) { nodes { id } } } }`,
    { viewer: world.secretariat, variables: { id: meetingId } },
  )
  const voterIds: string[] = meeting.voters.nodes.map(({ id }: { id: string }) => id)
  return { meetingId, itemIds, voterIds }
}

/** A meeting that is on, everybody of the first `present` being there. The first voter chairs. */
export async function openedMeeting(
  graph: TestGraph,
  world: MeetingWorld,
  { present, items, at = MEETING_AT }: { present: number; items?: readonly PlannedItem[]; at?: Date },
) {
  const called = await calledMeeting(graph, world, items)
  const { meetingId, voterIds } = called
  const as = { viewer: world.secretariat, now: at }
  await done(graph, 'openMeeting', { meetingId, chairVoterId: voterIds[0], chairName: '見本 議長' }, as)
  await done(
    graph,
    'recordPresence',
    { meetingId, voterIds: voterIds.slice(0, present), presence: 'ON_SITE' },
    as,
  )
  return called
}

/** The room as somebody sees it. */
export async function roomOf(graph: TestGraph, meetingId: string, viewer: Viewer, now = MEETING_AT) {
  const { meetingRoom } = await graph.ask(
    `query ($id: ID!) { meetingRoom(meetingId: $id) {
      ballotsHidden viewerRuns
      voters { voterId name votes standing mine mineByProxy suspended }
      items { itemId entitled present quorumMet takingPart voted missingIds settled inFavour against
        quorum { clause total needed have met spare } majority { needed have met } } } }`,
    { viewer, now, variables: { id: meetingId } },
  )
  return meetingRoom
}
