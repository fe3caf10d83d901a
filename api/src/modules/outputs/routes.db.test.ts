import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import { testDb } from '../../../../tests/support/kernel.ts'
import { outputsWorld } from '../../../../tests/support/outputs-world.ts'
import { mapIdentity, startApp, type TestApp } from '../../kernel/http/fixtures/app.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { outputForms } from './inputs.ts'
import './routes.ts'

const { identity, signIn } = mapIdentity()
type World = Awaited<ReturnType<typeof outputsWorld>>
let app: TestApp
let real: World
let drill: World
beforeAll(async () => {
  app = await startApp({ databaseUrl: (await testDatabase()).url, identity })
  const graph = { db: await testDb() }
  real = await outputsWorld(graph)
  drill = await outputsWorld(graph, { drill: true })
})
afterAll(() => app.close())

const forms = Object.keys(outputForms)
const fetchForm = async ({ eventGid }: World, file: string, viewer: Viewer) => {
  const response = await fetch(`${app.url}/api/outputs/${eventGid}/${file}`, {
    headers: { authorization: `Bearer ${signIn(viewer)}` },
  })
  const name = decodeURIComponent(response.headers.get('content-disposition')?.split("UTF-8''")[1] ?? '')
  return { status: response.status, name, bytes: new Uint8Array(await response.arrayBuffer()) }
}
describe('a form', () => {
  it('comes as a file, and the audit keeps who took it; not to a stranger', async () => {
    const { status, name, bytes } = await fetchForm(real, 'DAILY_REPORT.csv', real.as('liaison'))
    expect([status, name.includes('訓練')]).toEqual([200, false])
    const [row] = parse<Record<string, string>>(strFromU8(bytes), { bom: true, columns: true })
    expect(row).toMatchObject({ 区分: '実災害', 施設: real.facility.name })
    expect(row?.['埋まらなかった欄']).toContain('食数')
    const kept = await (
      await testDb()
    ).auditEntry.findFirstOrThrow({
      where: { command: 'takeOutput', subjectId: real.event.id },
      orderBy: { seq: 'desc' },
    })
    expect(kept.actorUserId).toBe(real.as('liaison').userId)
    expect((await fetchForm(real, 'DAILY_REPORT.csv', real.as('stranger'))).status).toBe(404)
    expect((await fetchForm(real, 'COST_CLAIM.csv', real.as('director'))).status).toBe(403)
    expect((await fetchForm(real, 'DAILY_REPORT.xml', real.as('liaison'))).status).toBe(404)
  })
})

describe('a drill', () => {
  it('says so in every file’s name and in its content', async () => {
    for (const form of forms) {
      const file = form === 'HAVE' ? 'HAVE.xml' : `${form}.xlsx`
      const { status, name, bytes } = await fetchForm(drill, file, drill.as('secretariat'))
      expect([form, status, name.startsWith('【訓練】')]).toEqual([form, 200, true])
      const text =
        form === 'HAVE'
          ? strFromU8(bytes)
          : Object.entries(unzipSync(bytes))
              .filter(([part]) => part.includes('worksheets'))
              .map(([, content]) => strFromU8(content))
              .join('')
      expect(text).toContain('【訓練】')
    }
  })
})
