import { spawn } from 'node:child_process'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import pg from 'pg'
import { WebSocket } from 'ws'
import { freePort } from '../../scripts/process.ts'
import { projectRoot } from '../../scripts/project.ts'
import { freshDatabase } from '../support/database.ts'

const patience = { timeout: 20_000, interval: 50 }

it('told to stop, the API answers what it has begun, closes its sockets, and ends with 0', async () => {
  const [databaseUrl, port] = [await freshDatabase(), await freePort()]
  const api = spawn(process.execPath, [path.join(projectRoot, 'api/src/server.ts')], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      HOST: '127.0.0.1',
      YUI_SECRET: 'only for tests, more than 32 characters',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  api.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const exited = new Promise<number | null>((resolve) => api.once('exit', resolve))
  const ready = () => fetch(`http://127.0.0.1:${port}/readyz`)
  await vi.waitFor(async () => expect((await ready()).status).toBe(200), patience)

  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql/ws`, 'graphql-transport-ws')
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  await new Promise((resolve) => socket.once('open', resolve))
  socket.send('{"type":"connection_init"}')
  await new Promise((resolve) => socket.once('message', resolve))

  // A request that cannot be answered before the lock is released.
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('begin; lock table _prisma_migrations in access exclusive mode')
  const waiting = ready()
  await vi.waitFor(async () => {
    const { rows } = await client.query('select from pg_locks where not granted')
    expect(rows).toHaveLength(1)
  }, patience)

  api.kill('SIGTERM')
  await vi.waitFor(() => expect(output).toContain('stopping'), patience)
  expect(await closed).toBe(1001)
  await expect(ready()).rejects.toThrow('fetch failed')
  await client.query('rollback')
  expect((await waiting).status).toBe(200)
  expect(await exited).toBe(0)
  await client.end()
})
