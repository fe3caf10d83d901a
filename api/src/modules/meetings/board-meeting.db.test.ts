import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, TODAY, type TestGraph } from '../../../../tests/support/graph.ts'
import {
  calledMeeting,
  done,
  MEETING_AT,
  meetingWorld,
  roomOf,
  send,
} from '../../../../tests/support/meeting-world.ts'
import { somebody } from '../../../../tests/support/network-world.ts'
import { viewerActingAs } from '../../../../tests/support/viewers.ts'
import { globalId, parseGlobalId } from '../../kernel/ids.ts'
import { guest, type Viewer } from '../../kernel/viewer.ts'
import { promotionCorporationRulebook } from '../rulebooks/public.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const minutes = (n: number) => new Date(MEETING_AT.getTime() + n * 60_000)
const MEETING_DAY = new Date('2026-12-03')
const keyIn = (id: string | undefined) => parseGlobalId(id ?? '')?.id ?? ''

/**
 * A 社会福祉連携推進法人 whose six directors sign in themselves: the first four are people of its members, the other two come
 * from outside and hold the role of an officer.
 */
async function boardWorld(size = 6) {
  const world = await meetingWorld(graph, 4, promotionCorporationRulebook)
  const { platformId } = world
  const directors: Viewer[] = []
  const officerIds: string[] = []
  for (let n = 0; n < size; n++) {
    const member = world.members[n]
    const { id: userId } = await somebody(graph, `見本 理事${n + 1}`)
    directors.push(
      member
        ? viewerActingAs(userId, 'CORPORATION_REPORTER', {
            corporationId: member.corporationId,
            platformIds: [platformId],
          })
        : viewerActingAs(userId, 'PLATFORM_OFFICER', { platformId, platformIds: [platformId] }),
    )
    const { id } = await graph.db.platformOfficer.create({
      data: {
        platformId,
        organ: 'BOARD',
        office: n === 0 ? '代表理事' : '理事',
        name: `見本 理事${n + 1}`,
        corporationId: member?.corporationId ?? null,
        userId,
        position: n + 1,
        startsOn: new Date('2026-06-20'),
        endsOn: new Date('2028-06-19'),
      },
    })
    officerIds.push(id)
  }
  return { ...world, directors, officerIds }
}
type BoardWorld = Awaited<ReturnType<typeof boardWorld>>

const call = (world: BoardWorld, count = 1, plan: object = {}) =>
  calledMeeting(
    graph,
    world,
    Array.from({ length: count }, (_, n) => ({ title: `見本の議案${n + 1}` })),
    { organ: 'BOARD', title: '見本の理事会', ...plan },
  )
const onDay = (viewer: Viewer | undefined, today = MEETING_DAY): Viewer => ({ ...(viewer ?? guest), today })
const vote = (
  viewer: Viewer | undefined,
  itemId: string,
  voterId: string,
  choice = 'FOR',
  now = minutes(20),
) =>
  send(
    graph,
    'castBallot',
    { agendaItemId: itemId, meetingVoterId: voterId, choice, reason: null, channel: 'PORTAL' },
    { viewer: onDay(viewer), now },
  )
const refused = async (sent: Promise<unknown>): Promise<string> =>
  sent.then(
    (answer) => JSON.stringify(answer),
    (error: Error) => error.message,
  )
const todosOf = async (viewer: Viewer | undefined): Promise<string[]> =>
  (await graph.ask('{ todos { code } }', { viewer: viewer ?? guest })).todos.map(
    ({ code }: { code: string }) => code,
  )

describe('a board whose directors sign in themselves', () => {
  it('answers, checks in, declares an interest and votes, one by one; the verdict counts heads without the excluded', async () => {
    const world = await boardWorld()
    const { directors, secretariat } = world
    const { meetingId, itemIds, voterIds } = await call(world, 2)
    const [conflicted = '', plain = ''] = itemIds
    const lineOf = (n: number) => voterIds[n] ?? ''

    // Each finds the notice among what is to be done, and their own line of the roll.
    expect(await todosOf(directors[4])).toContain('MEETING_TO_ANSWER')
    const { meeting } = await graph.ask(
      'query ($id: ID!) { meeting(id: $id) { ownVoters(first: 9) { nodes { id } } } }',
      { viewer: directors[4] ?? guest, variables: { id: meetingId } },
    )
    expect(meeting.ownVoters.nodes).toEqual([{ id: lineOf(4) }])
    for (const [n, answer] of ['ON_SITE', 'ON_SITE', 'ONLINE', 'ON_SITE', 'ON_SITE', 'ABSENT'].entries())
      await done(
        graph,
        'answerNotice',
        { meetingVoterId: lineOf(n), answer, proxyHolderId: null, channel: 'PORTAL' },
        { viewer: directors[n] ?? guest },
      )
    expect(await todosOf(directors[4])).not.toContain('MEETING_TO_ANSWER')

    // 95条: nobody stands in for a director, and none votes on paper.
    const answers = (answer: string) =>
      send(
        graph,
        'answerNotice',
        { meetingVoterId: lineOf(5), answer, proxyHolderId: null, channel: 'PORTAL' },
        { viewer: directors[5] ?? guest },
      )
    expect(await answers('PROXY')).toMatchObject({ code: 'PROXY_NOT_ALLOWED' })
    expect(await answers('WRITTEN')).toMatchObject({ code: 'WRITTEN_NOT_ALLOWED' })

    const running = { viewer: onDay(secretariat), now: minutes(0) }
    await done(graph, 'openMeeting', { meetingId, chairVoterId: lineOf(0), chairName: '見本 理事1' }, running)
    for (const n of [0, 1, 2, 3])
      await done(
        graph,
        'checkIn',
        { meetingVoterId: lineOf(n), presence: n === 2 ? 'ONLINE' : 'ON_SITE' },
        { viewer: onDay(directors[n]), now: minutes(1) },
      )
    // Four of six are there; with one excluded three of five still are more than half.
    await done(
      graph,
      'declareConflict',
      { agendaItemId: conflicted, meetingVoterId: lineOf(3), reason: '契約の相手の理事長であるため' },
      { viewer: onDay(directors[3]), now: minutes(2) },
    )
    const exclusion = await graph.db.itemExclusion.findFirstOrThrow({ where: { itemId: keyIn(conflicted) } })
    expect(exclusion).toMatchObject({ own: true, acceptedAt: null })
    await done(
      graph,
      'settleConflict',
      { itemExclusionId: globalId('ItemExclusion', exclusion.id), accept: true },
      { viewer: onDay(secretariat), now: minutes(3) },
    )
    for (const agendaItemId of itemIds)
      await done(
        graph,
        'openVote',
        { agendaItemId, votingUntil: null },
        { viewer: onDay(secretariat), now: minutes(10) },
      )
    const room = await roomOf(graph, meetingId, onDay(directors[1]), minutes(10))
    expect(room.voters.filter(({ mine }: { mine: boolean }) => mine)).toMatchObject([{ voterId: lineOf(1) }])
    expect(room.items).toMatchObject([
      { entitled: 5, present: 3, quorumMet: true, takingPart: 3 },
      { entitled: 6, present: 4, quorumMet: true, takingPart: 4 },
    ])

    expect(await vote(directors[0], conflicted, lineOf(0))).not.toHaveProperty('code')
    expect(await vote(directors[1], conflicted, lineOf(1))).not.toHaveProperty('code')
    expect(await vote(directors[2], conflicted, lineOf(2), 'AGAINST')).not.toHaveProperty('code')
    expect(await vote(directors[3], conflicted, lineOf(3))).toMatchObject({ code: 'VOTER_IS_EXCLUDED' })
    expect(await vote(directors[5], conflicted, lineOf(5))).toMatchObject({ code: 'VOTER_IS_NOT_THERE' })
    for (const [n, choice] of ['FOR', 'FOR', 'AGAINST', 'AGAINST'].entries())
      expect(await vote(directors[n], plain, lineOf(n), choice)).not.toHaveProperty('code')

    for (const agendaItemId of itemIds)
      await done(
        graph,
        'closeVote',
        { agendaItemId, chairDecision: null, effectiveOn: null },
        { viewer: onDay(secretariat), now: minutes(30) },
      )
    // Two of three who may take part are more than half; two of four are not, and no chair settles it.
    const decisions = await graph.db.decision.findMany({
      where: { platformId: world.platformId },
      orderBy: { number: 'asc' },
    })
    expect(decisions.map(({ outcome }) => outcome)).toEqual(['CARRIED', 'REJECTED'])
    const ballots = await graph.db.ballot.findMany({ where: { itemId: keyIn(plain) } })
    expect(ballots.map(({ channel }) => channel)).toEqual(['PORTAL', 'PORTAL', 'PORTAL', 'PORTAL'])
  })

  it('lets nobody else vote for a seat, but the secretariat record what came to it', async () => {
    const world = await boardWorld(3)
    const { directors, secretariat, members } = world
    const other = await boardWorld(1)
    const { meetingId, itemIds, voterIds } = await call(world)
    const [item = '', line = ''] = [itemIds[0], voterIds[0]]
    await done(
      graph,
      'openMeeting',
      { meetingId, chairVoterId: null, chairName: '見本' },
      { viewer: onDay(secretariat), now: minutes(0) },
    )
    const present = { meetingId, voterIds, presence: 'ON_SITE' }
    await done(graph, 'recordPresence', present, { viewer: onDay(secretariat), now: minutes(1) })
    await done(
      graph,
      'openVote',
      { agendaItemId: item, votingUntil: null },
      { viewer: onDay(secretariat), now: minutes(10) },
    )
    // Another director, the administrator of the director's own corporation, a director of another network, a guest.
    expect(await refused(vote(directors[1], item, line))).toMatch(/NOT_YOUR_OFFICE/)
    expect(await refused(vote(members[0]?.director, item, line))).toMatch(/NOT_YOUR_OFFICE/)
    expect(await refused(vote(other.directors[0], item, line))).toMatch(/NOT_FOUND/)
    expect(await refused(vote(guest, item, line))).toMatch(/UNAUTHENTICATED/)
    const answer = { meetingVoterId: line, presence: 'LEFT' }
    expect(
      await refused(send(graph, 'checkIn', answer, { viewer: onDay(directors[1]), now: minutes(12) })),
    ).toMatch(/NOT_YOUR_OFFICE/)
    expect(await graph.db.ballot.count({ where: { itemId: keyIn(item) } })).toBe(0)

    const recorded = {
      agendaItemId: item,
      meetingVoterId: line,
      choice: 'FOR',
      reason: null,
      channel: 'ROOM',
    }
    const bySecretariat = { viewer: onDay(secretariat), now: minutes(13) }
    expect(await send(graph, 'castBallot', recorded, bySecretariat)).not.toHaveProperty('code')
    // The director sees it and puts their own in its place.
    expect(await vote(directors[0], item, line, 'AGAINST')).not.toHaveProperty('code')
    expect(await graph.db.ballot.findFirstOrThrow({ where: { itemId: keyIn(item) } })).toMatchObject({
      choice: 'AGAINST',
      channel: 'PORTAL',
    })
  })

  it('takes the vote from an office with its end, from the holder, the secretariat and every count', async () => {
    const world = await boardWorld(4)
    const { directors, officerIds, secretariat } = world
    const { meetingId, itemIds, voterIds } = await call(world)
    const item = itemIds[0] ?? ''
    await done(
      graph,
      'openMeeting',
      { meetingId, chairVoterId: null, chairName: '見本' },
      { viewer: onDay(secretariat), now: minutes(0) },
    )
    const present = { meetingId, voterIds, presence: 'ON_SITE' }
    await done(graph, 'recordPresence', present, { viewer: onDay(secretariat), now: minutes(1) })
    await done(
      graph,
      'openVote',
      { agendaItemId: item, votingUntil: null },
      { viewer: onDay(secretariat), now: minutes(10) },
    )
    expect(await vote(directors[3], item, voterIds[3] ?? '')).not.toHaveProperty('code')
    await done(
      graph,
      'endOffice',
      {
        platformOfficerId: globalId('PlatformOfficer', officerIds[3] ?? ''),
        endsOn: '2026-12-02',
        version: 1,
      },
      { viewer: onDay(secretariat), now: minutes(15) },
    )
    expect(await refused(vote(directors[3], item, voterIds[3] ?? '', 'AGAINST'))).toMatch(/NOT_YOUR_OFFICE/)
    const room = await roomOf(graph, meetingId, onDay(directors[3]), minutes(16))
    expect(room.voters.filter(({ mine }: { mine: boolean }) => mine)).toEqual([])
    const recorded = {
      agendaItemId: item,
      meetingVoterId: voterIds[3],
      choice: 'FOR',
      reason: null,
      channel: 'ROOM',
    }
    expect(
      await send(graph, 'castBallot', recorded, { viewer: onDay(secretariat), now: minutes(17) }),
    ).toMatchObject({ code: 'VOTER_HAS_NO_VOTE' })
    for (const [n, choice] of ['FOR', 'FOR', 'AGAINST'].entries())
      expect(await vote(directors[n], item, voterIds[n] ?? '', choice)).not.toHaveProperty('code')
    await done(
      graph,
      'closeVote',
      { agendaItemId: item, chairDecision: null, effectiveOn: null },
      { viewer: onDay(secretariat), now: minutes(30) },
    )
    // Three are left; the ballot that was cast before the end counts no more.
    const decision = await graph.db.decision.findFirstOrThrow({ where: { itemId: keyIn(item) } })
    expect(decision).toMatchObject({ outcome: 'CARRIED' })
    expect(decision.verdict).toMatchObject({ entitled: { voters: 3 }, for: { voters: 2 } })
  })

  it('asks nobody whose office ends before the notice is answered, and closes a vote in writing without them', async () => {
    const world = await boardWorld(3)
    const { directors, officerIds, secretariat } = world
    const { itemIds, voterIds } = await call(world, 1, {
      form: 'OMISSION',
      startsAt: TODAY.toISOString(),
      answerBy: '2026-12-02T08:00:00.000Z',
    })
    const item = itemIds[0] ?? ''
    expect(await todosOf(directors[2])).toContain('BALLOT_TO_CAST')
    await done(
      graph,
      'endOffice',
      {
        platformOfficerId: globalId('PlatformOfficer', officerIds[2] ?? ''),
        endsOn: '2026-11-22',
        version: 1,
      },
      { viewer: secretariat },
    )
    expect(await todosOf(directors[2])).not.toContain('BALLOT_TO_CAST')
    const today = new Date('2026-11-23')
    for (const n of [0, 1])
      expect(
        await send(
          graph,
          'castBallot',
          {
            agendaItemId: item,
            meetingVoterId: voterIds[n],
            choice: 'FOR',
            reason: null,
            channel: 'PORTAL',
          },
          { viewer: onDay(directors[n], today) },
        ),
      ).not.toHaveProperty('code')
    await done(
      graph,
      'closeVote',
      { agendaItemId: item, chairDecision: null, effectiveOn: null },
      { viewer: secretariat },
    )
    expect(await graph.db.decision.findFirstOrThrow({ where: { itemId: keyIn(item) } })).toMatchObject({
      outcome: 'CARRIED',
    })
  })
})
