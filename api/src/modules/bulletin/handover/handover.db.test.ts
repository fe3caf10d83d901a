import { text as readAll } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../../tests/support/database.ts'
import { openTestGraph } from '../../../../../tests/support/graph.ts'
import { carriedDecision, memberWorld, type MemberWorld } from '../../../../../tests/support/member-world.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { contextOf } from '../../../../../tests/support/kernel.ts'
import { dateOf } from '../../../kernel/clock.ts'
import { createReadPool } from '../../../kernel/db.ts'
import type { RouteContext } from '../../../kernel/http/routes.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { packageOf } from './package.ts'

// What a new secretariat finds undone: each thing with whom and until when, counted on the page and listed in the package.

const graph = await openTestGraph()
const { db } = graph
const readPool = createReadPool((await testDatabase()).url, 2)
let there: MemberWorld
let chair: Viewer

beforeAll(async () => {
  there = await memberWorld(graph)
  const { platformId, members, outsider } = there
  chair = viewerActingAs(there.adminId, 'PLATFORM_CHAIR', { platformId, platformIds: [platformId] })
  await db.corporation.update({ where: { id: members[0].id }, data: { name: '見本つつじ会' } })
  const decisionId = await carriedDecision(graph, platformId)
  const task = { decisionId, dueOn: dateOf('2027-01-31') }
  await db.decisionTask.createMany({
    data: [
      { ...task, title: '協定書を結ぶ', corporationId: members[0].id },
      { ...task, title: '会員に知らせる', state: 'IN_HAND' },
      { ...task, title: '取りやめた仕事', state: 'DROPPED', dropReason: '見本' },
    ],
  })
  const dues = {
    platformId,
    corporationId: members[0].id,
    chargedCorporationId: members[0].id,
    memberClass: 'FULL',
    amountYen: 30_000,
    basis: '会則第9条',
  }
  await db.membershipDues.createMany({
    data: [
      { ...dues, fiscalYear: 2025, dueOn: dateOf('2025-06-30'), paidOn: dateOf('2025-06-20') },
      { ...dues, fiscalYear: 2026, dueOn: dateOf('2026-06-30') },
    ],
  })
  await db.membershipApplication.create({
    data: {
      platformId,
      corporationId: outsider.id,
      state: 'SUBMITTED',
      origin: 'APPLIED',
      memberClass: 'FULL',
      submittedAt: new Date(),
    },
  })
})
afterAll(() => readPool.end())

const table = (text: string) => parse<Record<string, string>>(text, { bom: true, columns: true })

/** The files of the package that hold text, by name. */
async function taken(viewer: Viewer) {
  const context = { ...(await contextOf(viewer)), readPool, publicUrl: 'https://yui.example' }
  const package_ = { platformId: there.platformId, network: '見本の会', everything: true }
  const files = new Map<string, string>()
  for await (const { name, content } of packageOf(context as unknown as RouteContext, package_))
    files.set(name, await readAll(Readable.from(content as AsyncIterable<string>)))
  return (name: string) => files.get(name)
}

async function counted(viewer: Viewer) {
  const { handoverPackage } = await graph.ask(
    `query Package($id: ID!) { handoverPackage(platformId: $id) {
      dues tasks { decisions minutes applications dues } } }`,
    { viewer, variables: { id: there.network } },
  )
  return handoverPackage
}

describe('what is undone', () => {
  it('is listed with whom and until when; what was dropped is not among it', async () => {
    const file = await taken(there.secretariat)
    const rows = table(file('tasks.csv') ?? '').map((row) => Object.values(row).join('|'))
    expect(rows).toEqual([
      '決めたことの仕事|会員に知らせる|会員のこと|事務局|2027-01-31',
      '決めたことの仕事|協定書を結ぶ|会員のこと|見本つつじ会|2027-01-31',
      '議事録の作成・署名|見本総会||事務局|',
      `加盟の申込み・招待|${there.outsider.name}||事務局|`,
      '会費の未納|2026年度の会費 30,000円||見本つつじ会|2026-06-30',
    ])
    const index = file('index.html') ?? ''
    expect(index).toContain('協定書を結ぶ')
    expect(index).toContain('令和9年1月31日')
    expect(index).not.toContain('取りやめた仕事')
  })

  it('is counted on the page as it is listed', async () => {
    expect(await counted(there.secretariat)).toEqual({
      dues: true,
      tasks: { decisions: 2, minutes: 1, applications: 1, dues: 1 },
    })
  })
})

describe('dues', () => {
  it('are in the package of the secretariat, those of all years, and in nobody else’s', async () => {
    const rows = table((await taken(there.secretariat))('dues.csv') ?? '')
    expect(rows.map((row) => `${row['年度']} ${row['法人']} ${row['会費（円）']} ${row['状態']}`)).toEqual([
      '2026 見本つつじ会 30000 未納（期限を過ぎました）',
      '2025 見本つつじ会 30000 納入済み',
    ])
    const chairs = await taken(chair)
    expect(chairs('dues.csv')).toBeUndefined()
    expect(chairs('tasks.csv')).not.toContain('会費')
    expect(await counted(chair)).toMatchObject({ dues: false, tasks: { dues: 0 } })
  })
})
