import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, TODAY, type TestGraph } from '../../../../tests/support/graph.ts'
import {
  calledMeeting,
  done,
  draftMeeting,
  MEETING_AT,
  meetingWorld,
  openedMeeting,
  roomOf,
  send,
  type MeetingWorld,
} from '../../../../tests/support/meeting-world.ts'
import { viewerActingAs } from '../../../../tests/support/viewers.ts'
import { guest } from '../../kernel/viewer.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const minutes = (n: number) => new Date(MEETING_AT.getTime() + n * 60_000)
const before = (hours: number) => new Date(MEETING_AT.getTime() - hours * 3_600_000)

const vote = (
  world: MeetingWorld,
  n: number,
  itemId: string | undefined,
  voterId: string | undefined,
  choice: string,
  now = minutes(20),
) =>
  send(
    graph,
    'castBallot',
    { agendaItemId: itemId, meetingVoterId: voterId, choice, reason: null, channel: 'PORTAL' },
    { viewer: world.members[n]?.director ?? guest, now },
  )
const openVote = (world: MeetingWorld, agendaItemId: string | undefined, now = minutes(10)) =>
  send(graph, 'openVote', { agendaItemId, votingUntil: null }, { viewer: world.secretariat, now })
const closeVote = (
  world: MeetingWorld,
  agendaItemId: string | undefined,
  chairDecision: string | null = null,
) =>
  send(
    graph,
    'closeVote',
    { agendaItemId, chairDecision, effectiveOn: null },
    { viewer: world.secretariat, now: minutes(30) },
  )
const decisionOn = (itemId: string | undefined) =>
  graph.db.decision.findFirstOrThrow({
    where: {
      item: {
        is: {
          id: Buffer.from(itemId ?? '', 'base64url')
            .toString()
            .slice('AgendaItem:'.length),
        },
      },
    },
  })

describe('the notice', () => {
  it('is refused when it is late, unless everybody consents and that is said', async () => {
    const world = await meetingWorld(graph, 3)
    const soon = new Date('2026-11-28T05:00:00Z')
    const plan = { startsAt: soon.toISOString(), answerBy: '2026-11-27T05:00:00Z' }
    const { meetingId, version } = await draftMeeting(graph, world, [{}], plan)
    const as = { viewer: world.secretariat }
    const notice = { meetingId, version, lateNoticeReason: null }
    expect(await send(graph, 'sendNotice', notice, as)).toMatchObject({ code: 'NOTICE_LATE_WITHOUT_CONSENT' })
    const withReason = { ...notice, lateNoticeReason: '全会員の同意を得た' }
    expect(await send(graph, 'sendNotice', withReason, as)).not.toHaveProperty('code')
    expect(await send(graph, 'sendNotice', withReason, as)).toMatchObject({ code: 'NOTICE_IS_OUT' })
  })

  it('puts everybody with a vote on the roll, with votes and suspensions of the record day', async () => {
    const world = await meetingWorld(graph, 4)
    const [, second, third, fourth] = await graph.db.platformMembership.findMany({
      where: { platformId: world.platformId },
      orderBy: { position: 'asc' },
    })
    await graph.db.membershipSuspension.create({
      data: { membershipId: second?.id ?? '', startsOn: new Date('2026-11-01'), reason: '会費の滞納' },
    })
    await graph.db.platformMembership.update({
      where: { id: third?.id },
      data: { endsOn: new Date('2026-11-30') },
    })
    await graph.db.platformMembership.update({
      where: { id: fourth?.id },
      data: { memberClass: 'ASSOCIATE' },
    })
    const { meetingId } = await calledMeeting(graph, world)
    const { voters } = await roomOf(graph, meetingId, world.secretariat, TODAY)
    expect(voters).toMatchObject([
      { votes: 1, suspended: false },
      { votes: 1, suspended: true },
      { votes: 0, suspended: false },
    ])
  })

  it('is seen by the members, drafts only by the officers, and nothing by another network', async () => {
    const world = await meetingWorld(graph, 2)
    const other = await meetingWorld(graph, 1)
    const { meetingId } = await draftMeeting(graph, world)
    const sees = async (viewer: MeetingWorld['secretariat']) => {
      const { meeting } = await graph.ask(`query ($id: ID!) { meeting(id: $id) { id } }`, {
        viewer,
        variables: { id: meetingId },
      })
      return meeting !== null
    }
    const everybody = [world.secretariat, world.auditor, world.members[0]?.director ?? guest]
    expect(await Promise.all(everybody.map(sees))).toEqual([true, true, false])
    const { version } = (
      await graph.ask(`query ($id: ID!) { meeting(id: $id) { version } }`, {
        viewer: world.secretariat,
        variables: { id: meetingId },
      })
    ).meeting
    await done(
      graph,
      'sendNotice',
      { meetingId, version, lateNoticeReason: null },
      { viewer: world.secretariat },
    )
    expect(await Promise.all(everybody.map(sees))).toEqual([true, true, true])
    expect(await sees(other.secretariat)).toBe(false)
    expect(await sees(other.members[0]?.director ?? guest)).toBe(false)
    expect(await roomOf(graph, meetingId, other.secretariat)).toBeNull()
  })
})

describe('a vote', () => {
  it('is opened only with a quorum, which falls when somebody leaves', async () => {
    const world = await meetingWorld(graph, 5)
    const { meetingId, itemIds, voterIds } = await openedMeeting(graph, world, {
      present: 3,
      items: [{}, {}],
    })
    const as = { viewer: world.secretariat, now: minutes(5) }
    expect(await openVote(world, itemIds[0])).not.toHaveProperty('code')
    await done(graph, 'recordPresence', { meetingId, voterIds: [voterIds[2]], presence: 'LEFT' }, as)
    expect(await openVote(world, itemIds[1])).toMatchObject({ code: 'NO_QUORUM_FOR_ITEM' })
    // What was opened with a quorum and closed without one is no decision in favour.
    for (const n of [0, 1]) await vote(world, n, itemIds[0], voterIds[n], 'FOR')
    expect(await closeVote(world, itemIds[0])).not.toHaveProperty('code')
    expect(await decisionOn(itemIds[0])).toMatchObject({ outcome: 'NO_QUORUM', number: 1 })
  })

  it('counts proxies and votes in writing as the rulebook says, and an exclusion out of both counts', async () => {
    const world = await meetingWorld(graph, 7)
    const called = await calledMeeting(graph, world, [{ title: '一号' }])
    const { meetingId, itemIds, voterIds } = called
    const answer = (n: number, input: object) =>
      send(
        graph,
        'answerNotice',
        { meetingVoterId: voterIds[n], proxyHolderId: null, channel: 'PORTAL', ...input },
        { viewer: world.members[n]?.director ?? guest, now: before(48) },
      )
    expect(await answer(4, { answer: 'PROXY' })).not.toHaveProperty('code')
    expect(await answer(5, { answer: 'PROXY', proxyHolderId: voterIds[1] })).not.toHaveProperty('code')
    expect(await answer(6, { answer: 'WRITTEN' })).not.toHaveProperty('code')
    expect(await vote(world, 6, itemIds[0], voterIds[6], 'AGAINST', before(47))).not.toHaveProperty('code')
    const as = { viewer: world.secretariat, now: MEETING_AT }
    await done(graph, 'openMeeting', { meetingId, chairVoterId: voterIds[0], chairName: '' }, as)
    await done(
      graph,
      'recordPresence',
      { meetingId, voterIds: voterIds.slice(0, 3), presence: 'ON_SITE' },
      as,
    )
    const open = await roomOf(graph, meetingId, world.secretariat)
    expect(open.items[0]).toMatchObject({ entitled: 7, present: 6, quorumMet: true })

    const conflict = { agendaItemId: itemIds[0], meetingVoterId: voterIds[2], reason: '契約の相手方' }
    await done(graph, 'declareConflict', conflict, {
      viewer: world.members[2]?.director ?? guest,
      now: minutes(1),
    })
    expect(await openVote(world, itemIds[0])).toMatchObject({ code: 'CONFLICT_NOT_SETTLED' })
    const exclusion = await graph.db.itemExclusion.findFirstOrThrow({
      where: { reason: '契約の相手方', voter: { is: { meeting: { is: { platformId: world.platformId } } } } },
    })
    const itemExclusionId = Buffer.from(`ItemExclusion:${exclusion.id}`).toString('base64url')
    await done(graph, 'settleConflict', { itemExclusionId, accept: true }, as)
    expect((await roomOf(graph, meetingId, world.secretariat)).items[0]).toMatchObject({
      entitled: 6,
      present: 5,
    })
    expect(await openVote(world, itemIds[0])).not.toHaveProperty('code')

    expect(await vote(world, 2, itemIds[0], voterIds[2], 'FOR')).toMatchObject({ code: 'VOTER_IS_EXCLUDED' })
    expect(await vote(world, 5, itemIds[0], voterIds[5], 'FOR')).toMatchObject({
      code: 'PROXY_VOTES_FOR_YOU',
    })
    // The holder votes for itself and for who gave it the proxy; the chair for the proxy left to the chair.
    expect(await vote(world, 1, itemIds[0], voterIds[1], 'FOR')).not.toHaveProperty('code')
    expect(await vote(world, 1, itemIds[0], voterIds[5], 'FOR')).not.toHaveProperty('code')
    expect(await vote(world, 0, itemIds[0], voterIds[0], 'AGAINST')).not.toHaveProperty('code')
    expect(await vote(world, 0, itemIds[0], voterIds[4], 'FOR')).not.toHaveProperty('code')
    expect(await closeVote(world, itemIds[0])).not.toHaveProperty('code')
    const decision = await decisionOn(itemIds[0])
    expect(decision.outcome).toBe('CARRIED')
    expect(decision.verdict).toMatchObject({
      for: { voters: 3 },
      against: { voters: 2 },
      entitled: { voters: 6 },
      present: { voters: 5 },
      majority: [{ needed: 3, have: 3, spare: 0 }],
    })
  })

  it('leaves a tie to the chair, and only a tie', async () => {
    const world = await meetingWorld(graph, 4)
    const { itemIds, voterIds } = await openedMeeting(graph, world, { present: 4, items: [{}, {}] })
    await openVote(world, itemIds[0])
    for (const n of [0, 1, 2, 3]) await vote(world, n, itemIds[0], voterIds[n], n < 2 ? 'FOR' : 'AGAINST')
    expect(await closeVote(world, itemIds[0])).toMatchObject({ code: 'CHAIR_MUST_DECIDE' })
    expect(await closeVote(world, itemIds[0], 'FOR')).not.toHaveProperty('code')
    expect(await decisionOn(itemIds[0])).toMatchObject({ outcome: 'CARRIED', number: 1 })
    await openVote(world, itemIds[1])
    for (const n of [0, 1, 2, 3]) await vote(world, n, itemIds[1], voterIds[n], n < 1 ? 'FOR' : 'AGAINST')
    expect(await closeVote(world, itemIds[1], 'FOR')).not.toHaveProperty('code')
    expect(await decisionOn(itemIds[1])).toMatchObject({ outcome: 'REJECTED', number: 2 })
  })

  it('hides how it falls until the close, even from the secretariat', async () => {
    const world = await meetingWorld(graph, 3)
    const { meetingId, itemIds, voterIds } = await openedMeeting(graph, world, { present: 3 })
    await openVote(world, itemIds[0])
    await vote(world, 1, itemIds[0], voterIds[1], 'FOR')
    const ballotsSeenBy = async (viewer: MeetingWorld['secretariat']) => {
      const { meeting } = await graph.ask(
        `query ($id: ID!) { meeting(id: $id) { items(first: 5) { nodes { ballots(first: 20) { nodes { choice } } } }
          voters(first: 5) { nodes { ballots(first: 5) { nodes { choice } } } } } }`,
        { viewer, variables: { id: meetingId } },
      )
      return (
        meeting.items.nodes[0].ballots.nodes.length +
        meeting.voters.nodes.flatMap((v: { ballots: { nodes: [] } }) => v.ballots.nodes).length
      )
    }
    const hidden = { voted: 1, inFavour: null, against: null, settled: null, majority: null }
    expect((await roomOf(graph, meetingId, world.secretariat)).items[0]).toMatchObject(hidden)
    expect(await ballotsSeenBy(world.secretariat)).toBe(0)
    expect(await ballotsSeenBy(world.members[0]?.director ?? guest)).toBe(0)
    expect(await ballotsSeenBy(world.members[1]?.director ?? guest)).toBe(2)
    await closeVote(world, itemIds[0])
    expect((await roomOf(graph, meetingId, world.secretariat)).items[0]).toMatchObject({
      inFavour: 1,
      against: 0,
    })
    expect(await ballotsSeenBy(world.members[0]?.director ?? guest)).toBe(2)
  })

  it('is recorded by the secretariat for who rang up, and replaced by the voter itself', async () => {
    const world = await meetingWorld(graph, 3)
    const { itemIds, voterIds } = await openedMeeting(graph, world, { present: 3 })
    await openVote(world, itemIds[0])
    const ballot = { agendaItemId: itemIds[0], meetingVoterId: voterIds[1], choice: 'AGAINST', reason: null }
    const as = { viewer: world.secretariat, now: minutes(12) }
    expect(await send(graph, 'castBallot', { ...ballot, channel: 'PORTAL' }, as)).toMatchObject({
      code: 'CHANNEL_MISSING',
    })
    await done(graph, 'castBallot', { ...ballot, channel: 'FAX' }, as)
    expect(await vote(world, 1, itemIds[0], voterIds[1], 'FOR')).not.toHaveProperty('code')
    const kept = await graph.db.ballot.findMany({
      where: { voter: { is: { meeting: { is: { platformId: world.platformId } } } } },
    })
    expect(kept).toMatchObject([{ choice: 'FOR', channel: 'PORTAL', version: 2 }])
  })

  it('is nobody else’s: another member, the auditor and a stranger are turned away', async () => {
    const world = await meetingWorld(graph, 3)
    const other = await meetingWorld(graph, 1)
    const { itemIds, voterIds } = await openedMeeting(graph, world, { present: 3 })
    await openVote(world, itemIds[0])
    const attempt = async (viewer: MeetingWorld['secretariat']) => {
      const { errors } = await graph.request(
        `mutation ($input: CastBallotInput!) { castBallot(input: $input) { __typename } }`,
        {
          viewer,
          now: minutes(12),
          variables: {
            input: {
              agendaItemId: itemIds[0],
              meetingVoterId: voterIds[1],
              choice: 'FOR',
              channel: 'PORTAL',
              reason: null,
            },
          },
        },
      )
      return errors?.[0]?.extensions?.reason ?? errors?.[0]?.extensions?.code
    }
    const staff = viewerActingAs('u', 'FACILITY_STAFF', {
      corporationId: world.members[1]?.corporationId ?? null,
      platformIds: [world.platformId],
    })
    expect(await attempt(world.members[0]?.director ?? guest)).toBe('NOT_YOUR_CORPORATION')
    expect(await attempt(world.auditor)).toBe('ONLY_DIRECTORS_SPEAK_FOR_A_CORPORATION')
    expect(await attempt(staff)).toBe('ONLY_DIRECTORS_SPEAK_FOR_A_CORPORATION')
    expect(await attempt(other.secretariat)).toBe('NOT_FOUND')
    expect(
      await graph.db.ballot.count({
        where: { voter: { is: { meeting: { is: { platformId: world.platformId } } } } },
      }),
    ).toBe(0)
  })
})

describe('one counted ballot', () => {
  it('of two people who vote for one corporation at the same moment', async () => {
    const world = await meetingWorld(graph, 3)
    const { itemIds, voterIds } = await openedMeeting(graph, world, { present: 3 })
    await openVote(world, itemIds[0])
    const answers = await Promise.all(
      ['FOR', 'AGAINST', 'FOR', 'AGAINST', 'ABSTAIN'].map((choice) =>
        vote(world, 1, itemIds[0], voterIds[1], choice),
      ),
    )
    expect(answers.map(({ code }) => code)).toEqual([undefined, undefined, undefined, undefined, undefined])
    const ballots = await graph.db.ballot.findMany({
      where: { item: { is: { meeting: { is: { platformId: world.platformId } } } } },
    })
    expect(ballots).toMatchObject([{ version: 5 }])
    const audits = await graph.db.auditEntry.count({
      where: { command: 'castBallot', actorUserId: world.members[1]?.director.userId },
    })
    expect(audits).toBe(5)
  })

  it('or none, of one that arrives with the close', async () => {
    for (let round = 0; round < 8; round++) {
      const world = await meetingWorld(graph, 3)
      const { itemIds, voterIds } = await openedMeeting(graph, world, { present: 3 })
      await openVote(world, itemIds[0])
      await vote(world, 1, itemIds[0], voterIds[1], 'FOR')
      const [late, closed] = await Promise.all([
        vote(world, 2, itemIds[0], voterIds[2], 'FOR'),
        closeVote(world, itemIds[0]),
      ])
      expect(closed).not.toHaveProperty('code')
      const { verdict } = await decisionOn(itemIds[0])
      const counted = (verdict as { for: { voters: number } }).for.voters
      // The ballot was counted, or its owner was told that it came too late; never both, never neither.
      expect([counted, late.code]).toEqual(late.code ? [1, 'VOTE_IS_CLOSED'] : [2, undefined])
      const kept = await graph.db.ballot.count({
        where: { item: { is: { meeting: { is: { platformId: world.platformId } } } } },
      })
      expect(kept).toBe(counted)
      const audits = await graph.db.auditEntry.count({
        where: { command: 'castBallot', actorUserId: world.members[2]?.director.userId },
      })
      expect(audits).toBe(late.code ? 0 : 1)
    }
  })

  it('not of a member that is suspended during the vote', async () => {
    const world = await meetingWorld(graph, 5)
    const { itemIds, voterIds } = await openedMeeting(graph, world, { present: 5 })
    await openVote(world, itemIds[0])
    for (const n of [0, 1, 2]) await vote(world, n, itemIds[0], voterIds[n], n === 0 ? 'AGAINST' : 'FOR')
    const suspend = async (n: number) => {
      const { id: membershipId } = await graph.db.platformMembership.findFirstOrThrow({
        where: { platformId: world.platformId, corporationId: world.members[n]?.corporationId ?? '' },
      })
      await graph.db.membershipSuspension.create({
        data: { membershipId, startsOn: new Date('2026-12-03'), reason: '会則第8条' },
      })
    }
    await suspend(2)
    await suspend(3)
    expect(await vote(world, 3, itemIds[0], voterIds[3], 'FOR')).toMatchObject({ code: 'VOTER_IS_SUSPENDED' })
    // Without the suspended member's ballot it is one against one.
    await closeVote(world, itemIds[0], 'AGAINST')
    const decision = await decisionOn(itemIds[0])
    expect(decision.verdict).toMatchObject({
      for: { voters: 1 },
      against: { voters: 1 },
      suspendedIds: [expect.anything(), expect.anything()],
    })
    expect(decision.outcome).toBe('REJECTED')
  })
})

describe('the end of a meeting', () => {
  it('waits until every item is settled; nothing changes afterwards', async () => {
    const world = await meetingWorld(graph, 3)
    const items = [{ kind: 'REPORT' as const }, {}, {}]
    const { meetingId, itemIds, voterIds } = await openedMeeting(graph, world, { present: 3, items })
    const as = { viewer: world.secretariat, now: minutes(40) }
    expect(await send(graph, 'closeMeeting', { meetingId }, as)).toMatchObject({ code: 'ITEMS_NOT_SETTLED' })
    await done(graph, 'takeUpItem', { agendaItemId: itemIds[0] }, as)
    await done(graph, 'reportItem', { agendaItemId: itemIds[0] }, as)
    await openVote(world, itemIds[1])
    expect(await send(graph, 'withdrawItem', { agendaItemId: itemIds[1] }, as)).toMatchObject({
      code: 'ITEM_IS_SETTLED',
    })
    await closeVote(world, itemIds[1])
    const { meetingId: next } = await draftMeeting(graph, world, [{}])
    await done(graph, 'putOffItem', { agendaItemId: itemIds[2], toMeetingId: next }, as)
    await done(graph, 'closeMeeting', { meetingId }, as)
    expect(await vote(world, 1, itemIds[1], voterIds[1], 'FOR', minutes(41))).toMatchObject({
      code: 'VOTE_IS_CLOSED',
    })
    const late = { meetingId, voterIds: [voterIds[0]], presence: 'LEFT' }
    expect(await send(graph, 'recordPresence', late, as)).toMatchObject({ code: 'MEETING_IS_NOT_ON' })
    const { meeting } = await graph.ask(
      `query ($id: ID!) { meeting(id: $id) { items(first: 9) { nodes { carriedFrom { id } } } } }`,
      { viewer: world.secretariat, variables: { id: next } },
    )
    expect(meeting.items.nodes).toEqual([{ carriedFrom: null }, { carriedFrom: { id: itemIds[2] } }])
  })
})
