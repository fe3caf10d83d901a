import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openTestGraph } from '../../../../../tests/support/graph.ts'
import { memberWorld } from '../../../../../tests/support/member-world.ts'
import { somebody } from '../../../../../tests/support/network-world.ts'
import { send } from '../../../../../tests/support/send.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { globalId, parseGlobalId } from '../../../kernel/ids.ts'
import { corporation } from '../../registry/fixtures.ts'

const graph = await openTestGraph()
const { db } = graph
const { id: operatorId } = await somebody(graph, '見本 ゆい')
const operator = viewerActingAs(operatorId, 'SYSTEM_OPERATOR')
const keyIn = (id: string) => parseGlobalId(id)?.id ?? ''
const versionOf = async (id: string) => (await db.platform.findUniqueOrThrow({ where: { id } })).version
const missingIn = async (given: Awaited<ReturnType<typeof memberWorld>>): Promise<string[]> =>
  (
    await graph.ask('query Missing($id: ID!) { networkStanding(platformId: $id) { missing { code } } }', {
      viewer: given.secretariat,
      variables: { id: given.network },
    })
  ).networkStanding.missing.map(({ code }: { code: string }) => code)

describe('a network from a pattern', () => {
  const start = (template: string, name: string, over: object = {}) =>
    send(
      graph,
      'startPlatformFromTemplate',
      { template, name, ...over },
      {
        viewer: operator,
        payload:
          'platform { id kind committees(first: 20) { nodes { name parent { name } } } platformRoles(first: 9) { nodes { name } } yearPlan(first: 1) { nodes { month } } }',
      },
    )

  it('has committees, roles, a year and a draft of its rulebook', async () => {
    const { payload } = await start('YAMAGATA', `見本${randomUUID()}会`)
    const { committees, platformRoles, yearPlan, kind, id } = payload.platform
    expect(kind).toBe('COUNCIL_LED')
    expect(committees.nodes).toHaveLength(7)
    expect(committees.nodes).toContainEqual({ name: '防災部会', parent: { name: '施設長連絡会' } })
    expect(platformRoles.nodes[0]).toEqual({ name: '会長' })
    expect(yearPlan.nodes).toEqual([{ month: 4 }])
    const drafts = await db.rulebookVersion.findMany({ where: { platformId: keyIn(id) } })
    expect(drafts).toMatchObject([{ number: 1, effectiveOn: null }])
  })

  it('keeps the committees that are wanted, and says in its name what it is', async () => {
    const { payload } = await start('COUNCIL_FUND', `見本${randomUUID()}会`, {
      committees: ['基金運営委員会'],
    })
    expect(payload.platform.committees.nodes).toEqual([{ name: '基金運営委員会', parent: null }])
    expect(await start('PROMOTION_CORPORATION', '見本つなぐ')).toMatchObject({
      code: 'NAME_LACKS_PROMOTION_CORPORATION',
    })
  })

  it('is begun below one’s own network by a secretariat, and nowhere else', async () => {
    const given = await memberWorld(graph)
    const other = await memberWorld(graph)
    const below = (parentId?: string) =>
      send(
        graph,
        'startPlatformFromTemplate',
        { template: 'HUB_CONTRACTS', name: `見本${randomUUID()}会`, ...(parentId ? { parentId } : {}) },
        { viewer: given.secretariat },
      )
    expect((await below(given.network)).typename).toBe('StartPlatformFromTemplatePayload')
    expect(await below(other.network)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await below()).toMatchObject({ reason: 'ONLY_BELOW_YOUR_NETWORK' })
    const { linkedNetworks } = await graph.ask(
      'query Linked($id: ID!) { linkedNetworks(platformId: $id) { relation kind } }',
      { viewer: given.secretariat, variables: { id: given.network } },
    )
    expect(linkedNetworks).toEqual([{ relation: 'BELOW', kind: 'CORPORATION_LED' }])
  })
})

describe('links', () => {
  it('never make a network a part of itself', async () => {
    const [one, two, three] = [await memberWorld(graph), await memberWorld(graph), await memberWorld(graph)]
    const link = (from: string, to: string, kind = 'PART_OF') =>
      send(
        graph,
        'linkPlatforms',
        { platformId: from, otherId: to, kind, startsOn: '2026-04-01' },
        { viewer: operator },
      )
    await link(one.network, two.network)
    await link(two.network, three.network)
    expect(await link(three.network, one.network)).toMatchObject({ code: 'LINK_GOES_IN_A_CIRCLE' })
    expect(await link(one.network, two.network, 'WORKS_WITH')).toMatchObject({ code: 'LINKED_ALREADY' })
    expect(await link(one.network, one.network)).toMatchObject({ code: 'LINKED_WITH_ITSELF' })
    expect((await link(three.network, one.network, 'WORKS_WITH')).typename).toBe('LinkPlatformsPayload')
  })
})

describe('what a 社会福祉連携推進法人 must have', () => {
  it('is filled in piece by piece, each with its history', async () => {
    const given = await memberWorld(graph, 'COLLABORATION_PROMOTION_CORPORATION')
    const as = (name: string, input: object, payload?: string) =>
      send(graph, name, { platformId: given.network, ...input }, { viewer: given.secretariat, payload })
    expect(await missingIn(given)).toEqual([
      'CERTIFICATE',
      'AREA',
      'APPROVED_POLICY',
      'BUSINESSES',
      'DIRECTORS',
      'AUDITORS',
      'EVALUATION_COUNCIL',
    ])
    await as('recordCertificate', { number: '第1号', certifiedOn: '2024-04-01', authority: '見本県知事' })
    await db.municipality.upsert({
      where: { code: '062014' },
      create: { code: '062014', name: '山形市', prefecture: '山形県' },
      update: {},
    })
    expect(await as('drawPlatformArea', { municipalityCodes: ['999999'], version: 1 })).toMatchObject({
      code: 'MUNICIPALITY_UNKNOWN',
    })
    await as('drawPlatformArea', {
      municipalityCodes: ['062014'],
      version: await versionOf(given.platformId),
    })
    const choose = async (businesses: string[], from: string) =>
      as('choosePromotionBusinesses', { businesses, from, version: await versionOf(given.platformId) })
    await choose(['DISASTER', 'WORKFORCE'], '2024-04-01')
    await choose(['WORKFORCE', 'SUPPLIES'], '2026-04-01')
    const businesses = await db.platformBusiness.findMany({
      where: { platformId: given.platformId },
      orderBy: [{ startsOn: 'asc' }, { business: 'asc' }],
    })
    expect(businesses.map(({ business, endsOn }) => [business, endsOn])).toEqual([
      ['DISASTER', new Date('2026-03-31')],
      ['WORKFORCE', null],
      ['SUPPLIES', null],
    ])
    const { payload } = await as('draftPolicy', { text: '方針の第1版' }, 'platformPolicy { id version }')
    const policy = { platformPolicyId: payload.platformPolicy.id }
    const onPolicy = (name: string, input: object) =>
      send(graph, name, { ...policy, ...input }, { viewer: given.secretariat })
    expect(await onPolicy('recordPolicyApproval', { approvedOn: '2026-06-01', version: 1 })).toMatchObject({
      code: 'POLICY_NOT_APPLIED_FOR',
    })
    await onPolicy('applyForPolicyApproval', { adoptedOn: '2026-05-01', appliedOn: '2026-05-10', version: 1 })
    expect(await as('draftPolicy', { text: '第2版' })).toMatchObject({ code: 'POLICY_WAITS_FOR_APPROVAL' })
    await onPolicy('recordPolicyApproval', { approvedOn: '2026-06-01', version: 2 })
    expect(await missingIn(given)).toEqual(['DIRECTORS', 'AUDITORS', 'EVALUATION_COUNCIL', 'EVALUATION'])
    await as('recordEvaluation', {
      fiscalYear: 2025,
      evaluatedOn: '2026-09-01',
      summary: '計画どおり。',
      publishedUrl: 'https://mihon.example/hyoka',
    })
    expect(await missingIn(given)).not.toContain('EVALUATION')
    await expect(
      db.platformPolicy.updateMany({ where: { platformId: given.platformId }, data: { text: '書きかえ' } }),
    ).rejects.toThrow('platform_policy')
  })

  it('is filed every year; a filing that was handed in is no longer asked for', async () => {
    const given = await memberWorld(graph, 'COLLABORATION_PROMOTION_CORPORATION')
    await db.platformCertificate.create({
      data: {
        platformId: given.platformId,
        number: '第1号',
        certifiedOn: new Date('2024-04-01'),
        authority: '見本県知事',
      },
    })
    const filings = async () => {
      const { networkStanding } = await graph.ask(
        'query Filings($id: ID!) { networkStanding(platformId: $id) { due { code params } filings { code fiscalYear dueOn doneOn confirmed } } }',
        { viewer: given.secretariat, variables: { id: given.network } },
      )
      return {
        due: networkStanding.due.filter(({ code }: { code: string }) => code === 'FILING_DUE').length,
        first: networkStanding.filings[0],
      }
    }
    expect(await filings()).toEqual({
      due: 4,
      first: { code: 'ACCOUNTS', fiscalYear: 2025, dueOn: '2026-06-30', doneOn: null, confirmed: false },
    })
    const record = (ruleCode: string) =>
      send(
        graph,
        'recordFiling',
        { platformId: given.network, ruleCode, fiscalYear: 2025, doneOn: '2026-06-20' },
        { viewer: given.secretariat },
      )
    await record('ACCOUNTS')
    expect((await filings()).due).toBe(3)
    expect(await record('NOTHING')).toMatchObject({ code: 'FILING_UNKNOWN' })
  })
})

describe('committees and offices', () => {
  it('stand below their own network’s, have seats for members only, and end with their seats', async () => {
    const given = await memberWorld(graph)
    const other = await memberWorld(graph)
    const as = (name: string, input: object, payload?: string) =>
      send(graph, name, input, { viewer: given.secretariat, payload })
    const foreign = await db.committee.create({
      data: { platformId: other.platformId, name: '別の会', startsOn: new Date('2020-04-01') },
    })
    const establish = (parentId?: string) =>
      as(
        'establishCommittee',
        {
          platformId: given.network,
          name: '防災部会',
          startsOn: '2026-04-01',
          ...(parentId ? { parentId } : {}),
        },
        'committee { id version }',
      )
    expect(await establish(globalId('Committee', foreign.id))).toMatchObject({
      code: 'COMMITTEE_STANDS_WRONG',
    })
    const { payload } = await establish()
    const { payload: below } = await establish(payload.committee.id)
    const seat = (corporationId: string) =>
      as('seatCommitteeMember', {
        committeeId: below.committee.id,
        corporationId: globalId('Corporation', corporationId),
        role: 'CHAIR',
        startsOn: '2026-04-01',
        endsOn: '2027-01-10',
      })
    expect(await seat(given.outsider.id)).toMatchObject({ code: 'NOT_A_MEMBER_THEN' })
    await seat(given.members[0].id)
    expect(await seat(given.members[0].id)).toMatchObject({ code: 'SEATED_ALREADY' })
    expect(
      await as('dissolveCommittee', { committeeId: payload.committee.id, endsOn: '2026-11-30', version: 1 }),
    ).toMatchObject({ code: 'COMMITTEES_BELOW_GO_ON' })

    await as('appointOfficer', {
      platformId: given.network,
      office: '会長',
      organ: 'BOARD',
      name: '見本 一郎',
      startsOn: '2025-01-01',
    })
    const officer = await db.platformOfficer.findFirstOrThrow({ where: { platformId: given.platformId } })
    // Two years by the rulebook.
    expect(officer.endsOn).toEqual(new Date('2026-12-31'))
    const { networkStanding } = await graph.ask(
      'query Due($id: ID!) { networkStanding(platformId: $id) { due { code dueOn } } }',
      { viewer: given.member, variables: { id: given.network } },
    )
    expect(networkStanding.due).toEqual(
      expect.arrayContaining([
        { code: 'OFFICE_ENDING', dueOn: '2026-12-31' },
        { code: 'COMMITTEE_CHAIR_ENDING', dueOn: '2027-01-10' },
        { code: 'TOO_FEW_ADMINISTRATORS', dueOn: null },
      ]),
    )
  })
})

describe('a merger of a member', () => {
  it('carries seats, offices, votes, suspensions and open applications; taken back, all stands as before', async () => {
    const given = await memberWorld(graph)
    const outside = await memberWorld(graph)
    const successor = await corporation(db)
    const { platformId } = given
    const corporationId = given.members[0].id
    await db.platformMembership.update({
      where: { id: given.memberships[0].id },
      data: { memberClass: 'FULL', votes: 2, votesBasis: '定員による' },
    })
    await db.membershipSuspension.create({
      data: { membershipId: given.memberships[0].id, startsOn: new Date('2026-10-01'), reason: '休会' },
    })
    const committee = await db.committee.create({
      data: { platformId, name: '防災部会', startsOn: new Date('2020-04-01') },
    })
    await db.committeeMember.create({
      data: { committeeId: committee.id, corporationId, role: 'CHAIR', startsOn: new Date('2020-04-01') },
    })
    await db.platformOfficer.create({
      data: {
        platformId,
        office: '会長',
        name: '見本 一郎',
        corporationId,
        startsOn: new Date('2026-04-01'),
      },
    })
    await db.platform.update({ where: { id: platformId }, data: { hubCorporationId: corporationId } })
    await db.membershipApplication.create({
      data: {
        platformId: outside.platformId,
        corporationId,
        origin: 'APPLIED',
        state: 'SUBMITTED',
        memberClass: 'FULL',
        submittedAt: new Date('2026-11-01'),
      },
    })
    const standing = async (id: string) => ({
      membership: await db.platformMembership.findMany({
        where: { corporationId: id, platformId, endsOn: null },
        select: { votes: true, votesBasis: true, suspensions: { select: { reason: true, endsOn: true } } },
      }),
      seats: await db.committeeMember.findMany({
        where: { corporationId: id, endsOn: null },
        select: { role: true },
      }),
      offices: await db.platformOfficer.count({ where: { corporationId: id } }),
      hubs: await db.platform.count({ where: { hubCorporationId: id } }),
      applications: await db.membershipApplication.count({
        where: { corporationId: id, state: 'SUBMITTED' },
      }),
    })
    const all = {
      membership: [{ votes: 2, votesBasis: '定員による', suspensions: [{ reason: '休会', endsOn: null }] }],
      seats: [{ role: 'CHAIR' }],
      offices: 1,
      hubs: 1,
      applications: 1,
    }
    const none = { membership: [], seats: [], offices: 0, hubs: 0, applications: 0 }
    expect(await standing(corporationId)).toEqual(all)
    const { payload } = await send(
      graph,
      'recordMerger',
      {
        corporationId: globalId('Corporation', corporationId),
        successorId: globalId('Corporation', successor.id),
        onDate: '2026-11-23',
        reason: '合併契約による。',
      },
      { viewer: operator, payload: 'corporationSuccession { id }' },
    )
    expect([await standing(corporationId), await standing(successor.id)]).toEqual([none, all])
    const undone = await send(
      graph,
      'undoSuccession',
      { corporationSuccessionId: payload.corporationSuccession.id, reason: '登記の誤りによる。' },
      { viewer: operator },
    )
    expect(undone.typename).toBe('UndoSuccessionPayload')
    expect([await standing(corporationId), await standing(successor.id)]).toEqual([all, none])
  })
})
