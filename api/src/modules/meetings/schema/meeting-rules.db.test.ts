import { beforeAll, expect, it } from 'vitest'
import { openTestGraph, TODAY, type TestGraph } from '../../../../../tests/support/graph.ts'
import {
  calledMeeting,
  done,
  draftMeeting,
  meetingWorld,
  MEETING_AT,
  openedMeeting,
  type MeetingWorld,
} from '../../../../../tests/support/meeting-world.ts'
import { globalId } from '../../../kernel/ids.ts'
import { guest, type Viewer } from '../../../kernel/viewer.ts'

let graph: TestGraph
let world: MeetingWorld
beforeAll(async () => {
  graph = await openTestGraph()
  world = await meetingWorld(graph, 5)
})

const director = ({ members: [first] }: MeetingWorld): Viewer => first?.director ?? guest

const rulesFor = async (viewer: Viewer, { platformId }: MeetingWorld) => {
  const { meetingRules } = await graph.ask(
    `query ($id: ID!) { meetingRules(platformId: $id) { viewerRuns rulebook
      organs { organ name inWriting byOmission noticeDays noticeClause resolutions { code name clause } } } }`,
    { viewer, variables: { id: globalId('Platform', platformId) } },
  )
  return meetingRules
}

const previewFor = async (viewer: Viewer, meetingId: string, now = TODAY) => {
  const { noticePreview } = await graph.ask(
    `query ($id: ID!) { noticePreview(meetingId: $id) { voters recordOn lastDay daysShort needsConsent tooLate clause } }`,
    { viewer, now, variables: { id: meetingId } },
  )
  return noticePreview
}

it('tells members by what rules they meet, and another network nothing', async () => {
  const rules = await rulesFor(director(world), world)
  expect(rules).toMatchObject({ viewerRuns: false, rulebook: '会則' })
  expect(rules.organs[0]).toMatchObject({
    organ: 'GENERAL_MEETING',
    name: '総会',
    inWriting: true,
    byOmission: false,
    noticeDays: 7,
    noticeClause: '会則第12条',
  })
  expect(await rulesFor(world.secretariat, world)).toMatchObject({ viewerRuns: true })
  const other = await meetingWorld(graph, 1)
  expect(await rulesFor(director(other), world)).toBeNull()
  expect(await rulesFor(other.secretariat, world)).toBeNull()
})

it('says until when a notice is in time and to how many it goes, to whoever sends it alone', async () => {
  const { meetingId } = await draftMeeting(graph, world)
  // The meeting is on 3 December: seven full days before it end with 25 November.
  expect(await previewFor(world.secretariat, meetingId)).toEqual({
    voters: 5,
    recordOn: '2026-12-03',
    lastDay: '2026-11-25',
    daysShort: 0,
    needsConsent: false,
    tooLate: false,
    clause: '会則第12条',
  })
  expect(await previewFor(world.secretariat, meetingId, new Date('2026-11-27T03:00:00Z'))).toMatchObject({
    daysShort: 2,
    needsConsent: true,
    tooLate: false,
  })
  expect(await previewFor(director(world), meetingId)).toBeNull()
  const other = await meetingWorld(graph, 1)
  expect(await previewFor(other.secretariat, meetingId)).toBeNull()
})

it('asks for no notice in writing', async () => {
  const { meetingId } = await draftMeeting(graph, world, [{}], {
    form: 'WRITTEN',
    startsAt: TODAY.toISOString(),
    answerBy: MEETING_AT.toISOString(),
  })
  expect(await previewFor(world.secretariat, meetingId)).toMatchObject({
    voters: 5,
    lastDay: null,
    daysShort: 0,
    clause: '会則第17条',
  })
})

it('counts as many voters as the notice then puts on the roll', async () => {
  const { meetingId, voterIds } = await calledMeeting(graph, world)
  expect(await previewFor(world.secretariat, meetingId)).toMatchObject({ voters: voterIds.length })
})

it('keeps the figures of what was decided when somebody leaves afterwards', async () => {
  const { meetingId, itemIds, voterIds } = await openedMeeting(graph, world, { present: 4 })
  const [agendaItemId] = itemIds
  const as = { viewer: world.secretariat, now: MEETING_AT }
  await done(graph, 'openVote', { agendaItemId, votingUntil: null }, as)
  for (const meetingVoterId of voterIds.slice(0, 3))
    await done(
      graph,
      'castBallot',
      { agendaItemId, meetingVoterId, choice: 'FOR', reason: null, channel: 'ROOM' },
      as,
    )
  const itemOf = async (viewer: Viewer) => {
    const { meetingRoom } = await graph.ask(
      `query ($id: ID!) { meetingRoom(meetingId: $id) { answers ballotsClause conflictClause excludesConflicts
        items { present presentIds rule clause outcome forIds } } }`,
      { viewer, now: MEETING_AT, variables: { id: meetingId } },
    )
    expect(meetingRoom).toMatchObject({
      answers: ['ON_SITE', 'ONLINE', 'PROXY', 'WRITTEN', 'ABSENT'],
      ballotsClause: '会則第15条4項',
      conflictClause: '会則第16条',
      excludesConflicts: true,
    })
    return meetingRoom.items[0]
  }
  // Hidden until the close, for the secretariat too.
  expect(await itemOf(world.secretariat)).toMatchObject({ present: 4, outcome: null, forIds: null })
  await done(graph, 'closeVote', { agendaItemId, chairDecision: null, effectiveOn: null }, as)
  await done(graph, 'recordPresence', { meetingId, voterIds: voterIds.slice(1, 4), presence: 'LEFT' }, as)
  expect(await itemOf(director(world))).toEqual({
    present: 4,
    presentIds: voterIds.slice(0, 4),
    rule: '通常の議決',
    clause: '会則第15条',
    outcome: 'CARRIED',
    forIds: voterIds.slice(0, 3),
  })
})

it('shows a voter its own lines and ballots, and what it cast with a proxy', async () => {
  const { meetingId } = await calledMeeting(graph, world)
  const ask = async (viewer: Viewer) => {
    const { meeting } = await graph.ask(
      `query ($id: ID!) { meeting(id: $id) { voterCount votingCount ownVoters(first: 5) { nodes { name } }
        items(first: 5) { nodes { ownBallots(first: 5) { nodes { id } } } } } }`,
      { viewer, variables: { id: meetingId } },
    )
    return meeting
  }
  const [first] = world.members
  expect(await ask(director(world))).toEqual({
    voterCount: 5,
    votingCount: 0,
    ownVoters: { nodes: [{ name: first?.name }] },
    items: { nodes: [{ ownBallots: { nodes: [] } }] },
  })
  expect((await ask(world.secretariat)).ownVoters.nodes).toEqual([])
})
