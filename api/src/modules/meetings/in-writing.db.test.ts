import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, TODAY, type TestGraph } from '../../../../tests/support/graph.ts'
import {
  calledMeeting,
  done,
  meetingWorld,
  roomOf,
  send,
  type MeetingWorld,
} from '../../../../tests/support/meeting-world.ts'
import { guest, systemViewer } from '../../kernel/viewer.ts'
import { runCommand } from '../../kernel/command.ts'
import { react } from '../../kernel/jobs/reaction.ts'
import { tasks } from '../../kernel/jobs/task.ts'
import { createLog } from '../../kernel/log.ts'
import { promotionCorporationRulebook } from '../rulebooks/public.ts'
import { remindVoters } from './commands/remind-voters.ts'
import './reactions.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const DAY = 86_400_000
/** Nine days ahead, at five in the afternoon in Japan. */
const UNTIL = new Date('2026-12-02T08:00:00Z')
const writing = (form: 'WRITTEN' | 'OMISSION') => ({
  form,
  startsAt: TODAY.toISOString(),
  answerBy: UNTIL.toISOString(),
})

const vote = (
  world: MeetingWorld,
  n: number,
  itemId: string | undefined,
  voterId: string | undefined,
  choice: string,
  now = TODAY,
) =>
  send(
    graph,
    'castBallot',
    { agendaItemId: itemId, meetingVoterId: voterId, choice, reason: null, channel: 'PORTAL' },
    { viewer: world.members[n]?.director ?? guest, now },
  )
const decisionsOf = ({ platformId }: MeetingWorld) =>
  graph.db.decision.findMany({ where: { platformId }, orderBy: { number: 'asc' } })
const context = (now: Date) => ({
  db: graph.db,
  clock: { now: () => now },
  log: createLog('silent'),
  mailer: null,
})

describe('a resolution in writing', () => {
  it('is voted on from the notice to the deadline and then closed by the portal', async () => {
    const world = await meetingWorld(graph, 5)
    const { meetingId, itemIds, voterIds } = await calledMeeting(graph, world, [{}], writing('WRITTEN'))
    for (const n of [0, 1, 2])
      expect(await vote(world, n, itemIds[0], voterIds[n], 'FOR')).not.toHaveProperty('code')
    expect((await roomOf(graph, meetingId, world.secretariat, TODAY)).items[0]).toMatchObject({
      voted: 3,
      quorumMet: true,
      missingIds: voterIds.slice(3),
    })
    const early = { agendaItemId: itemIds[0], chairDecision: null, effectiveOn: null }
    expect(await send(graph, 'closeVote', early, { viewer: world.secretariat })).toMatchObject({
      code: 'VOTE_STILL_RUNS',
    })
    const after = new Date(UNTIL.getTime() + 60_000)
    expect(await vote(world, 3, itemIds[0], voterIds[3], 'AGAINST', after)).toMatchObject({
      code: 'VOTE_IS_CLOSED',
    })
    const task = tasks.get('daily:meetings.closeVotesInWriting')
    await Promise.all([task?.run({}, context(after)), task?.run({}, context(after))])
    expect(await decisionsOf(world)).toMatchObject([{ outcome: 'CARRIED', number: 1 }])
    expect(await graph.db.meeting.findFirst({ where: { platformId: world.platformId } })).toMatchObject({
      state: 'CLOSED',
    })
  })

  it('reminds those who have not voted three days and one day before, and nobody else', async () => {
    const world = await meetingWorld(graph, 3)
    for (const { corporationId, director } of world.members)
      await graph.db.roleAssignment.create({
        data: {
          role: 'CORPORATION_ADMIN',
          corporationId,
          userId: director.userId ?? '',
          startsOn: new Date('2020-04-01'),
        },
      })
    const { itemIds, voterIds } = await calledMeeting(graph, world, [{}], writing('WRITTEN'))
    await vote(world, 0, itemIds[0], voterIds[0], 'FOR')
    const told = async () => {
      const rows = await graph.db.notification.findMany({
        where: {
          kind: 'meetings.voteAwaited',
          userId: { in: world.members.map(({ director }) => director.userId ?? '') },
        },
        orderBy: { createdAt: 'asc' },
      })
      return rows.map(({ userId }) => world.members.findIndex(({ director }) => director.userId === userId))
    }
    const dayOf = async (now: Date) => {
      await runCommand(remindVoters, {}, { ...context(now), viewer: systemViewer, requestId: null })
      const events = await graph.db.eventLog.findMany({
        where: { name: 'meetings.VotersReminded.v1', audience: { has: `platform:${world.platformId}` } },
      })
      for (const { id: eventId } of events) await react.run({ eventId }, context(now))
    }
    await dayOf(new Date(UNTIL.getTime() - 4 * DAY))
    expect(await told()).toEqual([])
    await dayOf(new Date(UNTIL.getTime() - 3 * DAY + 1))
    expect((await told()).toSorted((one, other) => one - other)).toEqual([1, 2])
    await dayOf(new Date(UNTIL.getTime() - 2 * DAY))
    expect(await told()).toHaveLength(2)
    await vote(world, 1, itemIds[0], voterIds[1], 'FOR', new Date(UNTIL.getTime() - 2 * DAY))
    await dayOf(new Date(UNTIL.getTime() - DAY + 1))
    expect((await told()).toSorted((one, other) => one - other)).toEqual([1, 2, 2])
  })

  it('stands among what a director has to do until the vote is given', async () => {
    const world = await meetingWorld(graph, 2)
    const { itemIds, voterIds } = await calledMeeting(graph, world, [{}], writing('WRITTEN'))
    const todos = async (n: number) => {
      const { todos: found } = await graph.ask(`{ todos { code dueOn } }`, {
        viewer: world.members[n]?.director ?? guest,
      })
      return found
    }
    expect(await todos(1)).toContainEqual({ code: 'BALLOT_TO_CAST', dueOn: '2026-12-02' })
    await vote(world, 1, itemIds[0], voterIds[1], 'ABSTAIN')
    expect(await todos(1)).not.toContainEqual(expect.objectContaining({ code: 'BALLOT_TO_CAST' }))
    expect(await todos(0)).toContainEqual(expect.objectContaining({ code: 'BALLOT_TO_CAST' }))
  })
})

describe('a decision without a meeting', () => {
  it('needs everybody; one against or one silent and it fails (一般社団・財団法人法58条)', async () => {
    const outcomes = []
    for (const choices of [
      ['FOR', 'FOR', 'FOR'],
      ['FOR', 'FOR', 'AGAINST'],
      ['FOR', 'FOR', null],
    ]) {
      const world = await meetingWorld(graph, 3, promotionCorporationRulebook)
      const { itemIds, voterIds } = await calledMeeting(graph, world, [{}], writing('OMISSION'))
      for (const [n, choice] of choices.entries())
        if (choice) await vote(world, n, itemIds[0], voterIds[n], choice)
      await done(
        graph,
        'closeVote',
        { agendaItemId: itemIds[0], chairDecision: null, effectiveOn: null },
        { viewer: world.secretariat, now: new Date(UNTIL.getTime() + 1) },
      )
      outcomes.push((await decisionsOf(world))[0]?.outcome)
    }
    expect(outcomes).toEqual(['CARRIED', 'REJECTED', 'REJECTED'])
  })

  it('is not open to a network whose rulebook knows none', async () => {
    const world = await meetingWorld(graph, 2)
    await expect(calledMeeting(graph, world, [{}], writing('OMISSION'))).rejects.toThrow(
      'OMISSION_NOT_ALLOWED',
    )
  })
})

describe('an invited body without an account', () => {
  const ANSWER = { answer: 'ON_SITE', people: 2, message: '２名でうかがいます' }

  async function invited() {
    const world = await meetingWorld(graph, 2)
    const { meetingId } = await calledMeeting(graph, world, [{ title: '一号' }, { title: '二号' }])
    const sent = await done(
      graph,
      'inviteGuest',
      { meetingId, name: '見本市 福祉課' },
      { viewer: world.secretariat, select: 'secret meetingGuest { id }' },
    )
    return {
      world,
      meetingId,
      secret: String(sent.secret),
      guestId: (sent.meetingGuest as { id: string }).id,
    }
  }
  const noticeOf = async (token: string, now = TODAY) =>
    (
      await graph.ask(
        `query ($token: String!) { guestInvitation(token: $token) { state name items answer people } }`,
        {
          variables: { token },
          now,
        },
      )
    ).guestInvitation

  it('reads the notice and answers by its link until the meeting begins', async () => {
    const { world, meetingId, secret } = await invited()
    expect(await noticeOf(secret)).toEqual({
      state: 'OPEN',
      name: '見本市 福祉課',
      items: ['一号', '二号'],
      answer: null,
      people: null,
    })
    await done(graph, 'answerAsGuest', { token: secret, ...ANSWER }, { viewer: guest })
    expect(await noticeOf(secret)).toMatchObject({ answer: 'ON_SITE', people: 2 })
    const { meeting } = await graph.ask(
      `query ($id: ID!) { meeting(id: $id) { guests(first: 5) { nodes { answer people message } } } }`,
      { viewer: world.secretariat, variables: { id: meetingId } },
    )
    expect(meeting.guests.nodes).toEqual([ANSWER])
    const late = new Date('2026-12-03T05:00:00Z')
    expect(await noticeOf(secret, late)).toMatchObject({ state: 'EXPIRED' })
    const again = await send(
      graph,
      'answerAsGuest',
      { token: secret, ...ANSWER },
      { viewer: guest, now: late },
    )
    expect(again).toMatchObject({ code: 'GUEST_LINK_EXPIRED' })
  })

  it('is turned away once the link is taken back, and its secret stands nowhere', async () => {
    const { world, secret, guestId } = await invited()
    await done(graph, 'revokeGuestLink', { meetingGuestId: guestId }, { viewer: world.secretariat })
    expect(await send(graph, 'answerAsGuest', { token: secret, ...ANSWER }, { viewer: guest })).toMatchObject(
      {
        code: 'GUEST_LINK_REVOKED',
      },
    )
    expect(await noticeOf(`${secret}x`)).toBeNull()
    const found = await graph.db.$queryRawUnsafe<[{ count: number }]>(
      `select count(*)::int as count from audit_entry where input::text like '%' || $1 || '%'`,
      secret,
    )
    expect(found).toEqual([{ count: 0 }])
  })

  it('is seen by the officers alone', async () => {
    const { world, meetingId } = await invited()
    const { meeting } = await graph.ask(
      `query ($id: ID!) { meeting(id: $id) { guests(first: 5) { totalCount } } }`,
      { viewer: world.members[0]?.director ?? guest, variables: { id: meetingId } },
    )
    expect(meeting.guests.totalCount).toBe(0)
  })
})
