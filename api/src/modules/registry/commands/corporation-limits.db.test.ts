import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { corporationBench } from '../../../../../tests/support/corporations.ts'
import { openTestGraph, type TestGraph } from '../../../../../tests/support/graph.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { guest, type Viewer } from '../../../kernel/viewer.ts'
import { facility } from '../fixtures.ts'
import { procurementRuleFor } from '../rules/procurement.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
  await facility(graph.db) // 山形市 is known then
})

const { world, done, refusal, actOf, eventsOf } = corporationBench(() => graph)

describe('editProcurementLimits', () => {
  const limits = [
    { upToYen: '1000000', method: 'DIRECT', approver: '施設長' },
    { upToYen: '10000000', method: 'QUOTES', quotes: 3, approver: '理事長', clause: '第74条' },
    { method: 'TENDER', approver: '理事会' },
  ]

  it('writes the rule in its order', async () => {
    const { id, corporationId, admin } = await world()
    await done('editProcurementLimits', admin, { corporationId: id, version: 1, limits })
    expect(
      await graph.db.procurementLimit.findMany({ where: { corporationId }, orderBy: { position: 'asc' } }),
    ).toMatchObject([
      { upToYen: 1_000_000n, method: 'DIRECT', quotes: null },
      { upToYen: 10_000_000n, method: 'QUOTES', quotes: 3, clause: '第74条' },
      { upToYen: null, method: 'TENDER' },
    ])
    const entry = await actOf(corporationId, 'editProcurementLimits')
    expect(await eventsOf(entry.seq)).toEqual([
      'registry.CorporationEdited.v1',
      'registry.CorporationConfirmed.v1',
    ])
    const [edited] = await graph.db.eventLog.findMany({
      where: { auditSeq: entry.seq },
      orderBy: { seq: 'asc' },
    })
    expect(edited?.audience).not.toContain('public')
  })

  it('tells the line that counts for an amount, as the rule does', async () => {
    const { id, corporationId, admin } = await world()
    await done('editProcurementLimits', admin, { corporationId: id, version: 1, limits })
    const lines = await graph.db.procurementLimit.findMany({
      where: { corporationId },
      orderBy: { position: 'asc' },
    })
    for (const amount of [1n, 999_999n, 1_000_000n, 1_000_001n, 10_000_000n, 10_000_001n]) {
      const { corporation: found } = await graph.ask(
        'query Line($id: ID!, $yen: BigInt!) { corporation(id: $id) { procurementLimits(first: 1, forYen: $yen) { nodes { position } } } }',
        { viewer: admin, variables: { id, yen: String(amount) } },
      )
      expect([amount, found.procurementLimits.nodes[0].position]).toEqual([
        amount,
        procurementRuleFor(lines, amount)?.position,
      ])
    }
  })

  it('says at the line what is wrong', async () => {
    const { id, admin } = await world()
    const wrong = [limits[1], limits[0], { ...limits[2], upToYen: '5' }]
    const answer = await done('editProcurementLimits', admin, {
      corporationId: id,
      version: 1,
      limits: wrong,
    })
    expect(answer.issues).toEqual([
      { path: ['limits', '1', 'upToYen'], code: 'LIMIT_NOT_RISING' },
      { path: ['limits', '2', 'upToYen'], code: 'LAST_LIMIT_NOT_OPEN' },
      { path: ['limits', '2', 'upToYen'], code: 'LIMIT_NOT_RISING' },
    ])
  })

  it('is written by its administrator alone and seen by its people and its secretariats', async () => {
    const { id, platformId, admin, secretariat, stranger, operator } = await world()
    await done('editProcurementLimits', admin, { corporationId: id, version: 1, limits })
    for (const viewer of [secretariat, operator])
      expect(
        await refusal('editProcurementLimits', viewer, { corporationId: id, version: 2, limits }),
      ).toMatchObject({
        reason: 'ONLY_ITS_ADMINISTRATOR_EDITS',
      })
    const seen = async (viewer: Viewer) => {
      const { corporation: found } = await graph.ask(
        'query Limits($id: ID!) { corporation(id: $id) { procurementLimits(first: 10) { totalCount } } }',
        { viewer, variables: { id } },
      )
      return found.procurementLimits.totalCount
    }
    expect(await seen(admin)).toBe(3)
    expect(await seen(secretariat)).toBe(3)
    const member = viewerActingAs('u', 'CORPORATION_ADMIN', {
      corporationId: randomUUID(),
      platformIds: [platformId],
    })
    for (const viewer of [stranger, operator, guest, member]) expect(await seen(viewer)).toBe(0)
  })
})

describe('correctAuthority and followDerivedAuthority', () => {
  const prefecture = { kind: 'PREFECTURE', code: '060003', reason: '県の全域で事業を行っているため。' }

  it('says who it really is and why; the derivation leaves it alone until it is followed again', async () => {
    const { id, corporationId, admin, secretariat } = await world()
    await done('correctAuthority', admin, { corporationId: id, version: 1, ...prefecture })
    await facility(graph.db, { corporationId })
    const shown = async () => {
      const { corporation: found } = await graph.ask(
        'query Authority($id: ID!) { corporation(id: $id) { authority { kind code name corrected reason derivedName because } } }',
        { variables: { id } },
      )
      return found.authority
    }
    expect(await shown()).toEqual({
      kind: 'PREFECTURE',
      code: '060003',
      name: '山形県',
      corrected: true,
      reason: '県の全域で事業を行っているため。',
      derivedName: '山形市',
      because: 'WITHIN_CITY',
    })
    const entry = await actOf(corporationId, 'correctAuthority')
    expect(entry.reason).toBe('県の全域で事業を行っているため。')
    expect(await eventsOf(entry.seq)).toEqual(['registry.AuthorityCorrected.v1'])

    await done('followDerivedAuthority', secretariat, { corporationId: id, version: 2 })
    expect(await shown()).toMatchObject({ name: '山形市', corrected: false, reason: null })
  })

  it.each<[string, object, object]>([
    ['a prefecture there is not', { code: '062014' }, { code: 'VALIDATION' }],
    ['a town as a city', { kind: 'CITY', code: '063011' }, { code: 'VALIDATION' }],
    ['no code for a city', { kind: 'CITY', code: null }, { code: 'VALIDATION' }],
    ['no reason', { reason: '' }, { code: 'VALIDATION' }],
  ])('refuses %s', async (_what, wrong, expected) => {
    const { id, admin } = await world()
    const input = { corporationId: id, version: 1, ...prefecture, ...wrong }
    expect(await done('correctAuthority', admin, input)).toMatchObject(expected)
  })

  it('takes a 指定都市 that has no row of its own, and the minister without a code', async () => {
    const { id, corporationId, operator } = await world()
    const write = (version: number, more: object) =>
      done('correctAuthority', operator, { corporationId: id, version, ...prefecture, ...more })
    await write(1, { kind: 'CITY', code: '041009' })
    const found = () => graph.db.corporation.findUniqueOrThrow({ where: { id: corporationId } })
    expect(await found()).toMatchObject({ authorityName: '仙台市' })
    await write(2, { kind: 'MINISTER', code: null })
    expect(await found()).toMatchObject({
      authorityKind: 'MINISTER',
      authorityCode: null,
      authorityName: null,
    })
  })

  it('is refused for another legal form, and to strangers', async () => {
    const { id, corporationId, operator, stranger } = await world()
    const input = { corporationId: id, version: 1, ...prefecture }
    expect(await refusal('correctAuthority', stranger, input)).toMatchObject({ code: 'FORBIDDEN' })
    expect(
      await refusal('followDerivedAuthority', stranger, { corporationId: id, version: 1 }),
    ).toMatchObject({
      code: 'FORBIDDEN',
    })
    await graph.db.corporation.update({ where: { id: corporationId }, data: { kind: 'NOT_WELFARE' } })
    expect(await done('correctAuthority', operator, input)).toMatchObject({
      code: 'AUTHORITY_OF_WELFARE_ONLY',
    })
  })
})
