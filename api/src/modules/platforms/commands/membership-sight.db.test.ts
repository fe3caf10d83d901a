import { describe, expect, it } from 'vitest'
import { openTestGraph } from '../../../../../tests/support/graph.ts'
import {
  carriedDecision,
  memberActs,
  memberWorld,
  networksOpenTo,
} from '../../../../../tests/support/member-world.ts'
import { send } from '../../../../../tests/support/send.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { globalId } from '../../../kernel/ids.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { buildPerson } from '../../identity/fixtures.ts'
import { facility } from '../../registry/fixtures.ts'

const graph = await openTestGraph()
const { db } = graph

const { apply, admit } = memberActs(graph)
const idOf = (row: { id: string }) => globalId('PlatformMembership', row.id)

describe('people of a corporation', () => {
  it('have the network’s access from the first day of membership to the last, and no longer', async () => {
    const given = await memberWorld(graph)
    const { id: facilityId } = await facility(db, { corporationId: given.outsider.id })
    const person = await buildPerson(db, {
      roles: [{ role: 'FACILITY_DIRECTOR', on: { kind: 'FACILITY', id: facilityId } }],
    })
    await db.session.create({
      data: { userId: person.id, token: person.id, expiresAt: new Date('2099-01-01'), secondFactor: true },
    })
    const access = (day: string) => networksOpenTo(person.id, day)
    const { payload } = await apply(given)
    expect(await access('2026-11-30')).toEqual([])
    const { payload: admitted } = await admit(given, payload.membershipApplication)
    expect([await access('2026-11-30'), await access('2026-12-01')]).toEqual([[], [given.platformId]])

    const insider = viewerActingAs(given.adminId, 'CORPORATION_ADMIN', {
      corporationId: given.outsider.id,
      platformIds: [given.platformId],
    })
    const left = await send(
      graph,
      'leaveNetwork',
      {
        platformMembershipId: admitted.platformMembership.id,
        noticeGivenOn: '2026-11-23',
        endsOn: '2027-03-31',
        version: 1,
      },
      { viewer: insider },
    )
    expect(left.typename).toBe('LeaveNetworkPayload')
    expect([await access('2027-03-31'), await access('2027-04-01')]).toEqual([[given.platformId], []])
  })
})

describe('what others see', () => {
  const EVERYTHING = `query Everything($id: ID!) {
    platform(id: $id) { id applications(first: 9) { totalCount } committees(first: 9) { totalCount } officers(first: 9) { totalCount } }
    platformMemberships(platformId: $id, every: true, first: 50) { totalCount }
    networkStanding(platformId: $id) { members }
    linkedNetworks(platformId: $id) { name }
    carriedDecisions(platformId: $id) { title }
  }`

  it('a member of one network sees nothing of another', async () => {
    const given = await memberWorld(graph)
    const other = await memberWorld(graph)
    await apply(given)
    await carriedDecision(graph, given.platformId)
    for (const viewer of [other.secretariat, other.member, other.auditor, given.applicant]) {
      expect(await graph.ask(EVERYTHING, { viewer, variables: { id: given.network } })).toEqual({
        platform: null,
        platformMemberships: { totalCount: 0 },
        networkStanding: null,
        linkedNetworks: [],
        carriedDecisions: [],
      })
    }
  })

  it('an auditor reads all of the network and writes nothing; a member sees no applications', async () => {
    const given = await memberWorld(graph)
    const { payload } = await apply(given)
    const all = await graph.ask(EVERYTHING, { viewer: given.auditor, variables: { id: given.network } })
    expect(all).toMatchObject({
      platform: { applications: { totalCount: 1 } },
      platformMemberships: { totalCount: 2 },
      networkStanding: { members: 2 },
    })
    const insider = await graph.ask(EVERYTHING, { viewer: given.member, variables: { id: given.network } })
    expect(insider.platform.applications.totalCount).toBe(0)
    const attempts = await Promise.all([
      admit({ ...given, secretariat: given.auditor }, payload.membershipApplication),
      send(
        graph,
        'writeToApplication',
        { membershipApplicationId: payload.membershipApplication.id, text: '監事から' },
        { viewer: given.auditor },
      ),
      send(
        graph,
        'suspendMember',
        {
          platformMembershipId: idOf(given.memberships[0]),
          startsOn: '2026-11-23',
          reason: '理由',
          version: 1,
        },
        { viewer: given.auditor },
      ),
      send(
        graph,
        'planPlatformYear',
        { platformId: given.network, entries: [], version: 1 },
        { viewer: given.auditor },
      ),
    ])
    expect(attempts.map(({ code }) => code)).toEqual(attempts.map(() => 'FORBIDDEN'))
  })

  it('a corporation outside finds networks that take applications, with the kinds of member open to it', async () => {
    const given = await memberWorld(graph)
    const { networksToJoin } = await graph.ask(
      '{ networksToJoin { platformId applicationState classes { code } } }',
      { viewer: given.applicant },
    )
    expect(
      networksToJoin.find(({ platformId }: { platformId: string }) => platformId === given.network),
    ).toEqual({
      platformId: given.network,
      applicationState: null,
      classes: [{ code: 'ASSOCIATE' }],
    })
    const { networksToJoin: none } = await graph.ask('{ networksToJoin { platformId } }', {
      viewer: given.secretariat,
    })
    expect(none).toEqual([])
  })
})

describe('todos', () => {
  it('tell the secretariat of an application and of too few administrators, and the invited of an invitation', async () => {
    const given = await memberWorld(graph)
    const codes = async (viewer: Viewer): Promise<string[]> =>
      (await graph.ask('{ todos { code link } }', { viewer })).todos
        .map(({ code }: { code: string }) => code)
        .filter((code: string) => !code.startsWith('CORPORATION_BLOCK'))
    expect(await codes(given.secretariat)).toEqual(
      expect.arrayContaining(['TOO_FEW_ADMINISTRATORS', 'NETWORK_FACTS_MISSING']),
    )
    await apply(given)
    expect(await codes(given.secretariat)).toContain('MEMBERSHIP_APPLICATION_TO_REVIEW')
    expect(await codes(given.auditor)).not.toContain('MEMBERSHIP_APPLICATION_TO_REVIEW')

    const other = await memberWorld(graph)
    await send(
      graph,
      'inviteCorporation',
      {
        platformId: other.network,
        corporationId: globalId('Corporation', other.outsider.id),
        memberClass: 'ASSOCIATE',
      },
      { viewer: other.secretariat },
    )
    expect(await codes(other.applicant)).toContain('MEMBERSHIP_INVITATION_TO_ANSWER')
  })
})
