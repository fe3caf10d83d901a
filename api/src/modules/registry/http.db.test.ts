import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import { contextOf, somebody, testDb } from '../../../../tests/support/kernel.ts'
import { placeMunicipalities } from '../../../../tests/support/imports.ts'
import { runCommand } from '../../kernel/command.ts'
import { seat } from '../../kernel/fixtures/viewers.ts'
import { mapIdentity, startApp, type TestApp } from '../../kernel/http/fixtures/app.ts'
import { globalId, parseGlobalId } from '../../kernel/ids.ts'
import { startImport } from './commands/start-import.ts'
import { importRoutes } from './http.ts'

const { identity, signIn } = mapIdentity()
let app: TestApp
let runId: string
let session: string

beforeAll(async () => {
  const { url } = await testDatabase()
  app = await startApp({ databaseUrl: url, identity, routes: importRoutes })
  const acting = seat('CORPORATION', 'CORPORATION_ADMIN')
  const viewer = await somebody({ acting, secondFactor: true })
  session = signIn(viewer)
  const context = await contextOf(viewer)
  await placeMunicipalities(context)
  const { importRunId } = await runCommand(startImport, {}, context)
  runId = globalId('ImportRun', importRunId)
})
afterAll(() => app.close())

const put = (
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  query = '?name=list.csv',
) =>
  fetch(`${app.url}/api/imports/${runId}/files${query}`, {
    method: 'PUT',
    body,
    headers: { authorization: `Bearer ${session}`, 'content-type': 'application/octet-stream', ...headers },
  })

it('takes a file in pieces and says what it is', async () => {
  // More than two pieces, cut where a character is cut too.
  const content = `施設名,住所\r\n${'見本荘,山形市見本町1-1\r\n'.repeat(30_000)}`
  const response = await put(content)
  expect(response.status).toBe(200)
  const { fileId } = (await response.json()) as { fileId: string }
  const id = parseGlobalId(fileId)?.id ?? ''
  const db = await testDb()
  const file = await db.importFile.findUniqueOrThrow({
    where: { id },
    include: { chunks: { orderBy: { position: 'asc' } } },
  })
  expect(file).toMatchObject({ name: 'list.csv', size: Buffer.byteLength(content), format: null })
  expect(file.chunks.length).toBeGreaterThan(3)
  expect(Buffer.concat(file.chunks.map(({ bytes }) => bytes)).toString()).toBe(content)
})

it('asks whoever sends it the same as a mutation does', async () => {
  expect((await put('a', { authorization: 'Bearer nobody' })).status).toBe(401)
  expect((await put('a', { origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await put('a', {}, '')).status).toBe(400)
  const stranger = signIn(
    await somebody({ acting: seat('CORPORATION', 'CORPORATION_ADMIN'), secondFactor: true }),
  )
  expect((await put('a', { authorization: `Bearer ${stranger}` })).status).toBe(404)
  const passwordOnly = signIn(await somebody({ acting: seat('CORPORATION', 'CORPORATION_ADMIN') }))
  expect((await put('a', { authorization: `Bearer ${passwordOnly}` })).status).toBe(403)
})

it('gives the refused rows to whoever sees the import, and to nobody else', async () => {
  const address = `${app.url}/api/imports/${runId}/refused.csv`
  const response = await fetch(address, { headers: { authorization: `Bearer ${session}` } })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('text/csv')
  expect(new Uint8Array(await response.arrayBuffer()).slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf))
  expect((await fetch(address)).status).toBe(404)
})

it('leaves nothing of a file and nothing personal in the log', async () => {
  await put('施設長,見本 太郎\r\n', {}, `?name=${encodeURIComponent('見本太郎.csv')}`)
  expect(app.lines.join('\n')).not.toContain('見本太郎')
})
