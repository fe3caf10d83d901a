import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import { decisionWorld, type DecisionWorld } from '../../../../tests/support/decision-world.ts'
import { openTestGraph, type TestGraph } from '../../../../tests/support/graph.ts'
import { mapIdentity, startApp, type TestApp } from '../../kernel/http/fixtures/app.ts'
import { globalId } from '../../kernel/ids.ts'
import { guest, type Viewer } from '../../kernel/viewer.ts'
import { schema } from '../../schema.ts'
import { draftMinutes } from './commands/draft-minutes.ts'
import './routes.ts'

// Minutes on paper and decisions as a table, over HTTP: for those who see them on the screen, and nobody else.

const { identity, signIn } = mapIdentity()
let graph: TestGraph
let app: TestApp
let world: DecisionWorld
let member: Viewer
let csv: string
let pdf: string
beforeAll(async () => {
  const { url } = await testDatabase()
  graph = await openTestGraph(url)
  app = await startApp({ databaseUrl: url, identity, schema })
  world = await decisionWorld(graph)
  member = await world.member(6)
  await world.run(draftMinutes, world.secretariat, {
    meetingId: globalId('Meeting', world.meetingId),
  })
  csv = `/api/decisions/${globalId('Decision', world.decisionIds[0] ?? '')}.csv`
  const { id } = await graph.db.minutes.findUniqueOrThrow({ where: { meetingId: world.meetingId } })
  pdf = `/api/minutes/${globalId('Minutes', id)}.pdf`
})
afterAll(() => app.close())

const get = (path: string, viewer: Viewer) =>
  fetch(`${app.url}${path}`, {
    headers: viewer.userId ? { authorization: `Bearer ${signIn(viewer)}` } : {},
  })
const refusalOf = async (path: string, viewer: Viewer) => {
  const answer = await get(path, viewer)
  return { status: answer.status, body: await answer.text() }
}
/** The name under which a file is kept, as the header says it for every language. */
const nameOf = ({ headers }: Response) =>
  decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(headers.get('content-disposition') ?? '')?.[1] ?? '')

describe('a decision as a table', () => {
  it('comes for members, secretariat and auditor, as a file with its number in Japanese', async () => {
    for (const viewer of [member, world.secretariat, await world.auditor()]) {
      const answer = await get(csv, viewer)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=absent')
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="decision\.csv"; /)
      expect(nameOf(answer)).toBe('令和8年-総会-01.csv')
      expect(await answer.text()).toContain('共同車両の賃借契約を結ぶこと')
    }
  })
})

describe('minutes on paper', () => {
  it('come for the officers while they are a draft, as a PDF with its name in Japanese', async () => {
    for (const viewer of [world.secretariat, await world.auditor()]) {
      const answer = await get(pdf, viewer)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('application/pdf')
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="minutes\.pdf"; /)
      expect(nameOf(answer)).toBe('令和8年-総会-第2回-議事録.pdf')
      expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toMatch(/^%PDF-/)
    }
    expect((await refusalOf(pdf, member)).status).toBe(404)
  })
})

describe('both', () => {
  it('are not found by others, in the same words as what is not there', async () => {
    const stranger = await decisionWorld(graph)
    for (const [path, missing] of [
      [csv, `/api/decisions/${globalId('Decision', crypto.randomUUID())}.csv`],
      [pdf, `/api/minutes/${globalId('Minutes', crypto.randomUUID())}.pdf`],
    ] as const)
      for (const viewer of [stranger.secretariat, await stranger.member(1)]) {
        const refused = await refusalOf(path, viewer)
        expect(refused.status).toBe(404)
        expect(refused).toEqual(await refusalOf(missing, viewer))
      }
  })

  it('are not found under the id of another kind or with another ending', async () => {
    const meeting = globalId('Meeting', world.meetingId)
    for (const path of [
      `/api/decisions/${meeting}.csv`,
      `/api/minutes/${meeting}.pdf`,
      csv.replace('.csv', '.pdf'),
      pdf.replace('.pdf', ''),
      '/api/decisions/.csv',
    ])
      expect((await refusalOf(path, world.secretariat)).status).toBe(404)
  })

  it('want a log-in, and the scope of a token', async () => {
    for (const path of [csv, pdf]) {
      expect((await refusalOf(path, guest)).status).toBe(401)
      expect((await refusalOf(path, { ...world.secretariat, scopes: ['registry:read'] })).status).toBe(403)
      expect((await get(path, { ...world.secretariat, scopes: ['meetings:read'] })).status).toBe(200)
    }
  })

  it('come to one person at a bearable pace', async () => {
    const hasty = await world.member(3)
    const answers = await Promise.all(Array.from({ length: 30 }, () => get(csv, hasty)))
    const refused = answers.filter(({ status }) => status === 403)
    expect(refused.length).toBeGreaterThan(0)
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(20)
    expect((await get(csv, await world.member(4))).status).toBe(200)
  })
})
