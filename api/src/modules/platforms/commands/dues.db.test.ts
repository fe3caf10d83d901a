import { describe, expect, it } from 'vitest'
import { endingBench } from '../../../../../tests/support/endings.ts'
import { openTestGraph } from '../../../../../tests/support/graph.ts'
import { memberWorld, type MemberWorld } from '../../../../../tests/support/member-world.ts'
import { send } from '../../../../../tests/support/send.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { globalId } from '../../../kernel/ids.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { corporation } from '../../registry/fixtures.ts'
import { membership } from '../fixtures.ts'

const graph = await openTestGraph()
const { db } = graph

const CHARGE = {
  fiscalYear: 2026,
  dueOn: '2026-06-30',
  basis: '会則第9条、令和8年度総会の議決',
  amounts: [{ memberClass: 'FULL', amountYen: 30_000 }],
}
const DUES =
  'membershipDues { state amountYen dueOn paidOn waivedOn waiverReason version corporation { id } }'

const charge = ({ network, secretariat }: MemberWorld, more: object = {}) =>
  send(
    graph,
    'chargeDues',
    { ...CHARGE, platformId: network, ...more },
    { viewer: secretariat, payload: 'charged' },
  )

const list = (viewer: Viewer, network: string, more: object = {}) =>
  graph.ask(
    `query Dues($id: ID!, $year: Int!, $open: Boolean) {
      membershipDues(platformId: $id, fiscalYear: $year, openOnly: $open, first: 100) {
        totalCount nodes { id state amountYen version corporation { id } chargedCorporation { id } viewerCan { keep { allowed } } }
      }
      duesStanding(platformId: $id, fiscalYear: $year) { fiscalYears charged chargedYen paid paidYen open openYen overdue waived }
    }`,
    { viewer, variables: { id: network, year: 2026, ...more } },
  )

/** A network whose two members were charged. */
async function charged() {
  const given = await memberWorld(graph)
  await charge(given)
  const rows = await db.membershipDues.findMany({ where: { platformId: given.platformId } })
  const duesOf = (n: 0 | 1) =>
    globalId('MembershipDues', rows.find((row) => row.corporationId === given.members[n].id)?.id ?? '')
  const act = (name: string, input: object, viewer: Viewer = given.secretariat) =>
    send(graph, name, input, { viewer, payload: DUES })
  return { ...given, first: duesOf(0), second: duesOf(1), act }
}

describe('charging', () => {
  it('reaches each member once a year, by its kind, and later those who joined since', async () => {
    const given = await memberWorld(graph)
    expect((await charge(given)).payload.charged).toBe(2)
    expect(await charge(given)).toMatchObject({ code: 'NOBODY_TO_CHARGE' })
    const { id: late } = await corporation(db)
    const { id: observer } = await corporation(db)
    await membership(db, { platformId: given.platformId, corporationId: late, position: 3 })
    await membership(db, {
      platformId: given.platformId,
      corporationId: observer,
      position: 4,
      memberClass: 'SUPPORTING',
    })
    expect((await charge(given)).payload.charged).toBe(1)
    expect((await charge(given, { fiscalYear: 2027, dueOn: '2027-06-30' })).payload.charged).toBe(3)
    expect(await db.membershipDues.count({ where: { platformId: given.platformId, fiscalYear: 2026 } })).toBe(
      3,
    )
  })

  it('knows the kinds of the rulebook alone, and days of the year', async () => {
    const given = await memberWorld(graph)
    expect(await charge(given, { amounts: [{ memberClass: 'NOBODY', amountYen: 1 }] })).toMatchObject({
      code: 'MEMBER_CLASS_UNKNOWN',
    })
    expect(await charge(given, { dueOn: '2026-03-31' })).toMatchObject({ code: 'DUES_DUE_OUTSIDE_THE_YEAR' })
    expect(await charge(given, { amounts: [{ memberClass: 'FULL', amountYen: 0 }] })).toMatchObject({
      typename: 'ValidationProblem',
    })
  })

  it('is the secretariat’s', async () => {
    const given = await memberWorld(graph)
    for (const viewer of [given.auditor, given.member, given.applicant])
      expect(
        (await send(graph, 'chargeDues', { ...CHARGE, platformId: given.network }, { viewer })).code,
      ).toMatch(/FORBIDDEN|NOT_FOUND/)
    expect(await db.membershipDues.count({ where: { platformId: given.platformId } })).toBe(0)
  })
})

describe('dues', () => {
  it('end once: paid or waived for a reason, and can be taken back', async () => {
    const { first, second, act } = await charged()
    expect(
      await act('noteDuesPaid', { membershipDuesId: first, paidOn: '2026-11-24', version: 1 }),
    ).toMatchObject({
      code: 'PAID_IN_THE_FUTURE',
    })
    const paid = await act('noteDuesPaid', { membershipDuesId: first, paidOn: '2026-06-25', version: 1 })
    expect(paid.payload.membershipDues).toMatchObject({ state: 'PAID', paidOn: '2026-06-25', version: 2 })
    for (const [name, more] of [
      ['noteDuesPaid', { paidOn: '2026-06-26' }],
      ['waiveDues', { reason: '見本' }],
      ['correctDues', { amountYen: 1, dueOn: '2026-06-30', basis: '見本' }],
    ] as const)
      expect(await act(name, { membershipDuesId: first, version: 2, ...more })).toMatchObject({
        code: 'DUES_SETTLED_ALREADY',
      })
    expect(await act('reopenDues', { membershipDuesId: second, reason: '誤り', version: 1 })).toMatchObject({
      code: 'DUES_ARE_OPEN',
    })
    const reason = '災害のため（役員会の議決）'
    const waived = await act('waiveDues', { membershipDuesId: second, reason, version: 1 })
    expect(waived.payload.membershipDues).toMatchObject({
      state: 'WAIVED',
      waivedOn: '2026-11-23',
      waiverReason: reason,
    })
    const open = await act('reopenDues', { membershipDuesId: second, reason: '誤り', version: 2 })
    expect(open.payload.membershipDues).toMatchObject({
      state: 'OVERDUE',
      waivedOn: null,
      waiverReason: null,
    })
    const corrected = await act('correctDues', {
      membershipDuesId: second,
      amountYen: 10_000,
      dueOn: '2026-12-31',
      basis: '年度の途中の入会（月割り）',
      version: 3,
    })
    expect(corrected.payload.membershipDues).toMatchObject({ state: 'OPEN', amountYen: 10_000, version: 4 })
    expect(await act('waiveDues', { membershipDuesId: second, reason, version: 3 })).toMatchObject({
      typename: 'ConflictProblem',
    })
  })

  it('are read by secretariat and auditor, each member reads its own, and nobody else any', async () => {
    const given = await charged()
    const { platformId, network, members, first, act } = given
    await act('noteDuesPaid', { membershipDuesId: first, paidOn: '2026-06-25', version: 1 })
    const all = {
      fiscalYears: [2026],
      charged: 2,
      chargedYen: 60_000,
      paid: 1,
      paidYen: 30_000,
      open: 1,
      openYen: 30_000,
      overdue: 1,
      waived: 0,
    }
    for (const viewer of [given.secretariat, given.auditor]) {
      const { membershipDues, duesStanding } = await list(viewer, network)
      expect(duesStanding).toEqual(all)
      expect(membershipDues.nodes.map((one: { state: string }) => one.state).toSorted()).toEqual([
        'OVERDUE',
        'PAID',
      ])
    }
    expect((await list(given.secretariat, network, { open: true })).membershipDues.totalCount).toBe(1)
    const own = await list(given.member, network)
    expect(own.membershipDues.nodes).toMatchObject([
      { id: first, state: 'PAID', viewerCan: { keep: { allowed: false } } },
    ])
    expect(own.duesStanding).toMatchObject({ charged: 1, chargedYen: 30_000, open: 0 })
    const inside = { platformIds: [platformId] }
    const others = [
      given.applicant,
      viewerActingAs('u', 'PLATFORM_CHAIR', { platformId, ...inside }),
      viewerActingAs('u', 'FACILITY_DIRECTOR', { facilityId: members[0].id, ...inside }),
      viewerActingAs('u', 'SYSTEM_OPERATOR'),
    ]
    for (const viewer of others) {
      const { membershipDues, duesStanding } = await list(viewer, network)
      expect(membershipDues.totalCount).toBe(0)
      expect(duesStanding?.charged ?? 0).toBe(0)
    }
    const input = { membershipDuesId: first, reason: '見本', version: 2 }
    expect(await act('reopenDues', input, given.auditor)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await act('reopenDues', input, given.member)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await act('reopenDues', input, given.applicant)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('are asked for while they are open, of the member and of the secretariat', async () => {
    const given = await charged()
    const asked = async (viewer: Viewer) => {
      const { todos } = await graph.ask('query Todos { todos { code params dueOn link } }', { viewer })
      return todos.filter(({ code }: { code: string }) => code.startsWith('DUES'))
    }
    const link = `/network/dues?id=${given.network}&year=2026`
    expect(await asked(given.member)).toMatchObject([
      { code: 'DUES_TO_PAY', params: { year: 2026, yen: 30_000 }, dueOn: '2026-06-30', link },
    ])
    expect(await asked(given.secretariat)).toMatchObject([
      { code: 'DUES_OVERDUE', params: { count: 2 }, link },
    ])
    await given.act('noteDuesPaid', { membershipDuesId: given.first, paidOn: '2026-06-25', version: 1 })
    expect(await asked(given.member)).toEqual([])
    expect(await asked(given.secretariat)).toMatchObject([{ params: { count: 1 } }])
  })
})

describe('when a member merges into another', () => {
  const { world, merge, undo } = endingBench(() => graph)

  it('open dues go over and come back; what was paid stays with its history', async () => {
    const given = await world()
    const { oldId, newId, bothId } = given
    const row = (chargedCorporationId: string, fiscalYear: number, more: object = {}) => ({
      platformId: bothId,
      corporationId: chargedCorporationId,
      chargedCorporationId,
      fiscalYear,
      memberClass: 'FULL',
      amountYen: 30_000,
      dueOn: new Date(`${fiscalYear}-06-30`),
      basis: '会則第9条',
      ...more,
    })
    await db.membershipDues.createMany({
      data: [
        row(oldId, 2025, { paidOn: new Date('2025-06-30') }),
        row(oldId, 2026),
        row(newId, 2026, { paidOn: new Date('2026-06-30') }),
      ],
    })
    const standing = async () =>
      (await db.membershipDues.findMany({ where: { platformId: bothId } }))
        .map((one) => {
          const who = (id: string) => (id === oldId ? 'old' : 'new')
          return `${one.fiscalYear} ${who(one.corporationId)} ${who(one.chargedCorporationId)} ${one.paidOn ? 'paid' : 'open'}`
        })
        .toSorted()
    const before = ['2025 old old paid', '2026 new new paid', '2026 old old open']
    const { corporationSuccession } = await merge(given)
    expect(await standing()).toEqual(['2025 old old paid', '2026 new new paid', '2026 new old open'])
    await undo(given, corporationSuccession.id)
    expect(await standing()).toEqual(before)
  })

  it('cannot be taken back once the successor paid', async () => {
    const given = await world()
    const { oldId, newId, bothId, secretariat } = given
    const { id } = await db.membershipDues.create({
      data: {
        platformId: bothId,
        corporationId: oldId,
        chargedCorporationId: oldId,
        fiscalYear: 2026,
        memberClass: 'FULL',
        amountYen: 30_000,
        dueOn: new Date('2026-06-30'),
        basis: '会則第9条',
      },
    })
    const { corporationSuccession } = await merge(given)
    await send(
      graph,
      'noteDuesPaid',
      { membershipDuesId: globalId('MembershipDues', id), paidOn: '2026-11-23', version: 2 },
      { viewer: secretariat },
    )
    expect(await undo(given, corporationSuccession.id)).toMatchObject({ code: 'SUCCESSION_BUILT_UPON' })
    expect(await db.membershipDues.findUniqueOrThrow({ where: { id } })).toMatchObject({
      corporationId: newId,
    })
  })
})
