import { describe, expect, it } from 'vitest'
import { openTestGraph } from '../../../../../tests/support/graph.ts'
import {
  carriedDecision,
  APPLICATION,
  MEMBER,
  memberActs,
  memberWorld,
} from '../../../../../tests/support/member-world.ts'
import { send } from '../../../../../tests/support/send.ts'
import { globalId } from '../../../kernel/ids.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { corporation } from '../../registry/fixtures.ts'
import { membership } from '../fixtures.ts'

const graph = await openTestGraph()
const { db } = graph

const { apply, admit } = memberActs(graph)
const idOf = (row: { id: string }) => globalId('PlatformMembership', row.id)

describe('an application', () => {
  it('answers the questions, is asked about, admitted, and makes a member', async () => {
    const given = await memberWorld(graph)
    const { version } = await db.platform.findUniqueOrThrow({ where: { id: given.platformId } })
    await send(
      graph,
      'arrangeAdmission',
      {
        platformId: given.network,
        acceptsApplications: true,
        questions: [
          { text: '主な活動', required: true },
          { text: '希望の部会', required: false },
        ],
        version,
      },
      { viewer: given.secretariat },
    )
    expect(await apply(given)).toMatchObject({ code: 'QUESTION_NOT_ANSWERED' })
    const { payload } = await apply(given, { answers: [{ position: 1, answer: '買い物の支援' }] })
    expect(payload.membershipApplication).toMatchObject({
      state: 'SUBMITTED',
      networkId: given.network,
      answers: { nodes: [{ question: '主な活動', answer: '買い物の支援' }] },
    })
    expect(await apply(given, { answers: [{ position: 1, answer: 'もう一度' }] })).toMatchObject({
      code: 'APPLICATION_OPEN_ALREADY',
    })

    const thread = (viewer: Viewer, text: string) =>
      send(
        graph,
        'writeToApplication',
        { membershipApplicationId: payload.membershipApplication.id, text },
        { viewer, payload: 'membershipApplication { messages(first: 9) { nodes { fromNetwork text } } }' },
      )
    await thread(given.secretariat, '活動の範囲はどこですか。')
    const { payload: told } = await thread(given.applicant, '市内全域です。')
    expect(told.membershipApplication.messages.nodes).toEqual([
      { fromNetwork: true, text: '活動の範囲はどこですか。' },
      { fromNetwork: false, text: '市内全域です。' },
    ])
    // What they wrote is theirs, not the audit's.
    const entries = await db.auditEntry.findMany({ where: { command: 'writeToApplication' } })
    expect(
      JSON.stringify(entries, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toContain('市内全域')

    expect(await admit(given, payload.membershipApplication, { memberClass: 'FULL' })).toMatchObject({
      code: 'MEMBER_CLASS_NOT_OPEN',
    })
    const { payload: done } = await admit(given, payload.membershipApplication)
    expect(done).toMatchObject({
      membershipApplication: { state: 'ADMITTED' },
      platformMembership: { memberClass: 'ASSOCIATE', votes: null, startsOn: '2026-12-01', endsOn: null },
    })
    expect(await admit(given, payload.membershipApplication)).toMatchObject({ code: 'APPLICATION_CLOSED' })
    expect(await apply(given, { answers: [{ position: 1, answer: 'また' }] })).toMatchObject({
      code: 'ALREADY_A_MEMBER',
    })
  })

  it('takes a carried decision of this network where a clause asks for one', async () => {
    const given = await memberWorld(graph)
    const other = await memberWorld(graph)
    await db.platform.update({ where: { id: given.platformId }, data: { admissionClause: '会則第6条' } })
    const { payload } = await apply(given)
    const { membershipApplication: application } = payload
    const by = (decisionId: string) =>
      admit(given, application, { decisionId: globalId('Decision', decisionId) })
    expect(await admit(given, application)).toMatchObject({ code: 'ADMISSION_TAKES_A_DECISION' })
    expect(await by(await carriedDecision(graph, other.platformId))).toMatchObject({
      code: 'DECISION_NOT_CARRIED_HERE',
    })
    expect(await by(await carriedDecision(graph, given.platformId, 'REJECTED'))).toMatchObject({
      code: 'DECISION_NOT_CARRIED_HERE',
    })
    expect((await by(await carriedDecision(graph, given.platformId))).payload).toMatchObject({
      membershipApplication: { state: 'ADMITTED' },
    })
  })

  it('by invitation is taken up or declined by the corporation, and not decided before', async () => {
    const given = await memberWorld(graph)
    await db.platform.update({ where: { id: given.platformId }, data: { acceptsApplications: false } })
    expect(await apply(given)).toMatchObject({ code: 'NOT_FOUND' })
    const invite = (memberClass: string) =>
      send(
        graph,
        'inviteCorporation',
        { platformId: given.network, corporationId: globalId('Corporation', given.outsider.id), memberClass },
        { viewer: given.secretariat, payload: APPLICATION },
      )
    expect(await invite('FULL')).toMatchObject({ code: 'MEMBER_CLASS_NOT_OPEN' })
    const { payload } = await invite('ASSOCIATE')
    expect(await admit(given, payload.membershipApplication)).toMatchObject({
      code: 'INVITATION_NOT_ANSWERED_YET',
    })
    const { payload: taken } = await apply(given)
    expect(taken.membershipApplication).toMatchObject({
      id: payload.membershipApplication.id,
      state: 'SUBMITTED',
    })
    const { payload: gone } = await send(
      graph,
      'withdrawApplication',
      {
        membershipApplicationId: payload.membershipApplication.id,
        version: taken.membershipApplication.version,
      },
      { viewer: given.applicant, payload: APPLICATION },
    )
    expect(gone.membershipApplication.state).toBe('WITHDRAWN')
  })

  it('is declined with a reason that the applicant reads', async () => {
    const given = await memberWorld(graph)
    const { payload } = await apply(given)
    const input = {
      membershipApplicationId: payload.membershipApplication.id,
      version: payload.membershipApplication.version,
      reason: '活動の範囲が地区の外のため。',
    }
    expect(await send(graph, 'declineApplication', input, { viewer: given.applicant })).toMatchObject({
      reason: 'ONLY_THE_SECRETARIAT_RUNS',
    })
    await send(graph, 'declineApplication', input, { viewer: given.secretariat })
    const { membershipApplication } = await graph.ask(
      'query Mine($id: ID!) { membershipApplication(id: $id) { state closingReason platform { id } } }',
      { viewer: given.applicant, variables: { id: input.membershipApplicationId } },
    )
    expect(membershipApplication).toEqual({ state: 'DECLINED', closingReason: input.reason, platform: null })
  })
})

describe('votes', () => {
  it('of a 社会福祉連携推進法人 never leave one member with more than half, nor 社会福祉法人 without the majority', async () => {
    const given = await memberWorld(graph, 'COLLABORATION_PROMOTION_CORPORATION')
    const set = (votes: number, votesBasis: string | undefined = '定款第8条') =>
      send(
        graph,
        'reclassifyMember',
        {
          platformMembershipId: idOf(given.memberships[0]),
          memberClass: 'FULL',
          votes,
          votesBasis,
          reason: '定款による。',
          version: 1,
        },
        { viewer: given.secretariat, payload: MEMBER },
      )
    expect(await set(2)).toMatchObject({ code: 'ONE_MEMBER_HOLDS_TOO_MANY_VOTES' })
    // Nothing of the refused change stays.
    expect(
      (await db.platformMembership.findUniqueOrThrow({ where: { id: given.memberships[0].id } })).votes,
    ).toBeNull()
    const third = await corporation(db)
    await membership(db, { platformId: given.platformId, corporationId: third.id, position: 3 })
    expect((await set(2)).payload.platformMembership).toMatchObject({ votes: 2 })

    const enroll = (corporationId: string, votes?: number) =>
      send(
        graph,
        'enrollMember',
        {
          platformId: given.network,
          corporationId: globalId('Corporation', corporationId),
          memberClass: 'FULL',
          startsOn: '2026-11-23',
          basis: '設立総会',
          ...(votes ? { votes, votesBasis: '定款第8条' } : {}),
        },
        { viewer: given.secretariat, payload: MEMBER },
      )
    expect(await enroll(given.outsider.id, 4)).toMatchObject({
      code: 'WELFARE_CORPORATIONS_LACK_THE_MAJORITY',
    })
    expect((await enroll(given.outsider.id)).payload.platformMembership.memberClass).toBe('FULL')
    const { networkStanding } = await graph.ask(
      'query Standing($id: ID!) { networkStanding(platformId: $id) { members voters votes faults { code } weighted } }',
      { viewer: given.secretariat, variables: { id: given.network } },
    )
    expect(networkStanding).toEqual({ members: 4, voters: 4, votes: 5, faults: [], weighted: true })
  })
})

describe('suspending and lifting', () => {
  it('takes the vote for a time and keeps the days', async () => {
    const given = await memberWorld(graph)
    const [{ id }] = given.memberships
    const input = { platformMembershipId: globalId('PlatformMembership', id) }
    const sent = await send(
      graph,
      'suspendMember',
      { ...input, startsOn: '2026-11-23', reason: '会費の滞納（会則第8条）', version: 1 },
      { viewer: given.secretariat },
    )
    expect(sent.typename).toBe('SuspendMemberPayload')
    const votes = async (on: string) =>
      (
        await graph.ask(
          'query Votes($id: ID!, $on: Date!) { networkStanding(platformId: $id, on: $on) { votes } }',
          { viewer: given.secretariat, variables: { id: given.network, on } },
        )
      ).networkStanding.votes
    expect([await votes('2026-11-22'), await votes('2026-11-23')]).toEqual([2, 1])
    await send(
      graph,
      'liftSuspension',
      { ...input, goesOnFrom: '2026-12-01', reason: '納入を確かめた。', version: 2 },
      { viewer: given.secretariat },
    )
    expect([await votes('2026-11-30'), await votes('2026-12-01')]).toEqual([1, 2])
  })
})

describe('leaving', () => {
  it('waits for the days of notice, ends seats, and the list of any day still tells', async () => {
    const given = await memberWorld(graph)
    const [first] = given.memberships
    const committee = await db.committee.create({
      data: { platformId: given.platformId, name: '防災部会', startsOn: new Date('2020-04-01') },
    })
    const seat = await db.committeeMember.create({
      data: {
        committeeId: committee.id,
        corporationId: first.corporationId,
        startsOn: new Date('2020-04-01'),
      },
    })
    const leave = (endsOn: string) =>
      send(
        graph,
        'leaveNetwork',
        { platformMembershipId: idOf(first), noticeGivenOn: '2026-11-23', endsOn, version: 1 },
        { viewer: given.member, payload: MEMBER },
      )
    expect(await leave('2026-12-22')).toMatchObject({ code: 'LEAVING_TOO_SOON' })
    expect((await leave('2026-12-31')).payload.platformMembership).toMatchObject({
      endsOn: '2026-12-31',
      ending: 'LEFT',
    })
    const { endsOn } = await db.committeeMember.findUniqueOrThrow({ where: { id: seat.id } })
    expect(endsOn).toEqual(new Date('2026-12-31'))
    const membersOn = async (on: string) =>
      (
        await graph.ask(
          'query Members($id: ID!, $on: Date) { platformMemberships(platformId: $id, on: $on, first: 50) { totalCount } }',
          { viewer: given.secretariat, variables: { id: given.network, on } },
        )
      ).platformMemberships.totalCount
    expect([
      await membersOn('2019-04-01'),
      await membersOn('2026-12-31'),
      await membersOn('2027-01-01'),
    ]).toEqual([0, 2, 1])
  })

  it('by expulsion rests on a carried decision', async () => {
    const given = await memberWorld(graph)
    const [, second] = given.memberships
    const expel = (decisionId: string) =>
      send(
        graph,
        'expelMember',
        {
          platformMembershipId: idOf(second),
          decisionId: globalId('Decision', decisionId),
          endsOn: '2026-11-30',
          version: 1,
        },
        { viewer: given.secretariat, payload: MEMBER },
      )
    expect(await expel(await carriedDecision(graph, given.platformId, 'REJECTED'))).toMatchObject({
      code: 'DECISION_NOT_CARRIED_HERE',
    })
    const { payload } = await expel(await carriedDecision(graph, given.platformId))
    expect(payload.platformMembership).toMatchObject({ ending: 'EXPELLED', endsOn: '2026-11-30' })
  })

  it('by expulsion from a 社会福祉連携推進法人 takes a special resolution (一般社団・財団法人法30条1項)', async () => {
    const given = await memberWorld(graph, 'COLLABORATION_PROMOTION_CORPORATION')
    // Three more members, so that none is left with more than half of the votes.
    for (const position of [3, 4, 5]) {
      const { id: corporationId } = await corporation(db)
      await membership(db, { platformId: given.platformId, corporationId, position })
    }
    const expel = async (resolutionKind: string) =>
      send(
        graph,
        'expelMember',
        {
          platformMembershipId: idOf(given.memberships[1]),
          decisionId: globalId(
            'Decision',
            await carriedDecision(graph, given.platformId, 'CARRIED', resolutionKind),
          ),
          endsOn: '2026-11-30',
          version: 1,
        },
        { viewer: given.secretariat, payload: MEMBER },
      )
    expect(await expel('ORDINARY')).toMatchObject({ code: 'EXPULSION_TAKES_A_SPECIAL_RESOLUTION' })
    expect((await expel('SPECIAL')).payload.platformMembership).toMatchObject({ ending: 'EXPELLED' })
  })
})
