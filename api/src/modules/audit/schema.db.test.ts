import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, TODAY, type TestGraph } from '../../../../tests/support/graph.ts'
import { viewerActingAs } from '../../../../tests/support/viewers.ts'
import { z } from 'zod'
import { command, runCommand } from '../../kernel/command.ts'
import { globalId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/verdict.ts'
import { systemViewer, type Viewer } from '../../kernel/viewer.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const act = command({
  name: 'auditTestAct',
  description: 'Leaves a trace on a corporation.',
  input: z.object({ corporationId: z.string(), phone: z.string() }),
  subject: (_tx, { corporationId }) => ({ corporationId }),
  may: () => allow,
  run: async ({ subject }) => ({ corporationId: subject.corporationId }),
})

async function userId(): Promise<string> {
  const email = `${randomUUID()}@mihon.example`
  return (await graph.db.user.create({ data: { name: '見本 記録', email, sample: true } })).id
}

/** A reporter of the corporation acts on it. */
async function acted(corporationId: string): Promise<void> {
  const viewer = viewerActingAs(await userId(), 'CORPORATION_REPORTER', { corporationId, name: '見本会' })
  const context = { viewer, db: graph.db, clock: { now: () => TODAY }, requestId: null }
  await runCommand(act, { corporationId, phone: '023-641-9999' }, context)
}

const LIST = `query ($subject: ID, $command: String, $byPortal: Boolean, $since: DateTime) {
  auditEntries(first: 20, subject: $subject, command: $command, byPortal: $byPortal, since: $since) {
    totalCount
    nodes { id seq at command actingName actingRoles subjectType subjectId throughToken byPortal hash actor { name } }
  }
}`

const list = (viewer: Viewer, variables: object = {}) =>
  graph.ask(LIST, { viewer, variables: { ...variables } })

describe('the audit', () => {
  it('shows administrators what concerns their corporation, and nothing that was typed in', async () => {
    const [mine, other] = [randomUUID(), randomUUID()]
    await acted(mine)
    await acted(other)
    const admin = viewerActingAs(await userId(), 'CORPORATION_ADMIN', { corporationId: mine })
    const { auditEntries } = await list(admin)
    expect(auditEntries.totalCount).toBe(1)
    expect(auditEntries.nodes[0]).toMatchObject({
      command: 'auditTestAct',
      at: '2026-11-23T03:00:00+00:00',
      actingName: '見本会',
      actingRoles: ['CORPORATION_REPORTER'],
      subjectType: 'Corporation',
      subjectId: globalId('Corporation', mine),
      throughToken: false,
      byPortal: false,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(JSON.stringify(auditEntries)).not.toContain('9999')
  })

  it('tells what people did from what the portal did itself', async () => {
    const corporationId = randomUUID()
    await acted(corporationId)
    const system = { viewer: systemViewer, db: graph.db, clock: { now: () => TODAY }, requestId: null }
    await runCommand(act, { corporationId, phone: '' }, system)
    await runCommand(act, { corporationId, phone: '' }, system)
    const operator = viewerActingAs(await userId(), 'SYSTEM_OPERATOR')
    const subject = globalId('Corporation', corporationId)
    const count = async (byPortal?: boolean) =>
      (await list(operator, { subject, byPortal })).auditEntries.totalCount
    expect([await count(false), await count(true), await count()]).toEqual([1, 2, 3])
  })

  it('shows the operator everything, by record, by act and by time', async () => {
    const corporationId = randomUUID()
    await acted(corporationId)
    await acted(corporationId)
    const operator = viewerActingAs(await userId(), 'SYSTEM_OPERATOR')
    const subject = globalId('Corporation', corporationId)
    const { auditEntries } = await list(operator, { subject })
    expect(auditEntries.totalCount).toBe(2)
    expect(BigInt(auditEntries.nodes[0].seq)).toBeGreaterThan(BigInt(auditEntries.nodes[1].seq))
    expect(auditEntries.nodes[0].actor).toEqual({ name: '見本 記録' })
    expect((await list(operator, { subject, command: 'another' })).auditEntries.totalCount).toBe(0)
    const since = new Date(TODAY.getTime() + 1).toISOString()
    expect((await list(operator, { subject, since })).auditEntries.totalCount).toBe(0)
    expect((await list(operator, { subject: 'nonsense' })).auditEntries.totalCount).toBe(0)
  })

  it('is closed to everybody else, also by node', async () => {
    const corporationId = randomUUID()
    await acted(corporationId)
    const entry = await graph.db.auditEntry.findFirstOrThrow({ where: { subjectId: corporationId } })
    const reporter = viewerActingAs(await userId(), 'CORPORATION_REPORTER', { corporationId })
    const { errors } = await graph.request(LIST, { viewer: reporter })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'AUDIT_NOT_YOURS' })
    const node = `{ node(id: "${globalId('AuditEntry', entry.id)}") { id } }`
    expect(await graph.ask(node, { viewer: reporter })).toEqual({ node: null })
    const stranger = viewerActingAs(await userId(), 'CORPORATION_ADMIN', { corporationId: randomUUID() })
    expect(await graph.ask(node, { viewer: stranger })).toEqual({ node: null })
    const admin = viewerActingAs(await userId(), 'CORPORATION_ADMIN', { corporationId })
    expect((await graph.ask(node, { viewer: admin })).node).not.toBeNull()
  })
})
