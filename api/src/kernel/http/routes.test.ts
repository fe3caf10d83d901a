import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemClock } from '../clock.ts'
import { personOf } from '../fixtures/viewers.ts'
import { newFacts } from '../request-scope.ts'
import { mapIdentity } from './fixtures/app.ts'
import type { Metrics } from './metrics.ts'
import type { AppOptions } from './options.ts'
import { moduleRoutes, route, serveModuleRoutes } from './routes.ts'

const { identity, signIn } = mapIdentity()
const apps: FastifyInstance[] = []
const noMetrics = { faults: { inc() {} } } as unknown as Metrics

route({
  method: 'GET',
  url: '/tests/who',
  handler: async (_request, _reply, { viewer, publicUrl }) => ({ userId: viewer.userId, publicUrl }),
})
route({ method: 'POST', url: '/tests/done', handler: async () => ({ done: true }) })

function serve(RATE_LIMIT_FACTOR = 0): FastifyInstance {
  const app = Fastify()
  app.addHook('onRequest', async (request) => {
    request.facts = newFacts()
  })
  const env = { PUBLIC_URL: 'https://yui.example/', RATE_LIMIT_FACTOR }
  serveModuleRoutes(app, { identity, clock: systemClock, env } as unknown as AppOptions, noMetrics)
  apps.push(app)
  return app
}

let app: FastifyInstance
beforeAll(() => {
  app = serve()
})
afterAll(() => Promise.all(apps.map((one) => one.close())))

it('a module declares its routes, each once', () => {
  const declared = moduleRoutes.map(({ method, url }) => `${method} ${url}`)
  expect(declared).toContain('GET /tests/who')
  expect(new Set(declared).size).toBe(declared.length)
})

it('a route knows who asks and where the portal is', async () => {
  const nobody = await app.inject('/tests/who')
  expect(nobody.json()).toEqual({ userId: null, publicUrl: 'https://yui.example' })
  const key = signIn(personOf('01a21c8a-40b1-7901-8f87-bee297f05241'))
  const somebody = await app.inject({ url: '/tests/who', headers: { cookie: `session=${key}` } })
  expect(somebody.json()).toMatchObject({ userId: '01a21c8a-40b1-7901-8f87-bee297f05241' })
})

it('the head of a page is told as well', async () => {
  const { statusCode, body } = await app.inject({ method: 'HEAD', url: '/tests/who' })
  expect([statusCode, body]).toEqual([200, ''])
})

it('nothing is changed for a foreign page', async () => {
  const send = (origin: string) => app.inject({ method: 'POST', url: '/tests/done', headers: { origin } })
  expect((await send('https://evil.example')).statusCode).toBe(403)
  expect((await send('https://yui.example')).json()).toEqual({ done: true })
})

it('too much in too short a time is refused: with a code to programs, with a sentence to people', async () => {
  const strict = serve(0.01)
  const ask = (accept: string) => strict.inject({ url: '/tests/who', headers: { accept } })
  for (let n = 0; n < 3; n++) expect((await ask('*/*')).statusCode).toBe(200)
  const program = await ask('*/*')
  expect([program.statusCode, program.headers['retry-after'], program.json()]).toEqual([
    429,
    '5',
    { error: { code: 'RATE_LIMITED' } },
  ])
  expect((await ask('text/html')).body).toContain('少し待ってから')
})
