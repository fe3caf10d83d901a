import { afterAll, beforeAll, expect, it } from 'vitest'
import { mapIdentity, startApp, type TestApp } from '../../api/src/kernel/http/fixtures/app.ts'
import '../../api/src/modules/directory/routes.ts'
import { testDatabase } from '../support/database.ts'
import { testDb } from '../support/kernel.ts'
import { outputsWorld } from '../support/outputs-world.ts'

// The page for everybody: the shelters that are open in a real disaster, and nothing that moves or is a drill.

const { identity } = mapIdentity()
let app: TestApp
beforeAll(async () => {
  app = await startApp({ databaseUrl: (await testDatabase()).url, identity })
})
afterAll(() => app.close())

it('shows a real opening without a figure, and never one of a drill', async () => {
  const graph = { db: await testDb() }
  const real = await outputsWorld(graph)
  const drill = await outputsWorld(graph, { drill: true })
  const page = await (await fetch(`${app.url}/directory/open-shelters`)).text()
  expect(page).toContain(real.facility.id)
  expect(page).not.toContain(drill.facility.id)
  expect(page).toContain('行く前に、かならず電話をしてください。')
  expect(page).not.toMatch(/20人|10人|いまいる/)
})
