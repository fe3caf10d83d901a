import { randomUUID } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import { testDb } from '../../../../tests/support/kernel.ts'
import { ALLIANCE, tieWorld, type TieWorld } from '../../../../tests/support/tie-world.ts'
import { dayInJapan, systemClock } from '../../kernel/clock.ts'
import { mapIdentity, startApp, type TestApp } from '../../kernel/http/fixtures/app.ts'
import { globalId } from '../../kernel/ids.ts'
import { guest, type Viewer } from '../../kernel/viewer.ts'
import { tie } from './fixtures.ts'
import './routes.ts'

// Who works with whom, as a file: for whom the page shows it, and with what it shows.

const { identity, signIn } = mapIdentity()
let app: TestApp
let there: TieWorld
beforeAll(async () => {
  const { url } = await testDatabase()
  app = await startApp({ databaseUrl: url, identity })
  const db = await testDb()
  there = await tieWorld({ db })
  const { platformId, one, other } = there
  const parties = [one.id, other.id]
  await tie(db, parties, {
    stage: 'BUSINESS_ALLIANCE',
    platformId,
    subject: '見本の共同調理',
    terms: ALLIANCE,
  })
  const terms = { form: 'ABSORPTION', steps: [{ step: 'CONFIDENTIALITY', on: '2024-04-01' }] }
  // What is confidential stands in no network.
  await tie(db, parties, { stage: 'MERGER', subject: '見本の合併', terms })
})
afterAll(() => app.close())

/** An answer, read to its end. */
const get = async (viewer: Viewer, platform: string) => {
  const answer = await fetch(`${app.url}/api/export/ties.csv?platform=${platform}`, {
    headers: { authorization: `Bearer ${signIn(viewer)}` },
  })
  return new Response(await answer.arrayBuffer(), answer)
}
const subjects = async (viewer: Viewer): Promise<string[]> => {
  const answer = await get(viewer, there.platform)
  const rows = parse<Record<string, string>>(await answer.text(), {
    bom: true,
    columns: true,
    comment: '#',
    relax_column_count: true,
  })
  return rows.map((row) => row['内容'] ?? '')
}
const said = async (response: Response) => ({
  status: response.status,
  caching: response.headers.get('cache-control'),
  body: await response.text(),
})

describe('the export of ties', () => {
  it('is a file with a Japanese name that nobody keeps on the way', async () => {
    const answer = await get(there.as('secretariat'), there.platform)
    const today = dayInJapan(systemClock.now())
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="ties_${today}.csv"; filename*=UTF-8''${encodeURIComponent(`連携の一覧_${today}.csv`)}`,
    })
  })

  it.each([
    ['the secretariat', 'secretariat', ['見本の共同調理', '会員であることによる連携']],
    ['a third member', 'a third’s administrator', ['見本の共同調理', '会員であることによる連携']],
    ['an auditor', 'auditor', ['見本の共同調理', '会員であることによる連携']],
    [
      'a party, which sees what is confidential too',
      'one’s administrator',
      ['見本の合併', '見本の共同調理', '会員であることによる連携'],
    ],
  ])('gives %s what the page shows', async (_title, name, expected) => {
    expect(await subjects(there.as(name))).toEqual(expected)
  })

  it('does not exist for those of other networks, nor does what is no network', async () => {
    const stranger = there.as('secretariat elsewhere')
    const refused = await said(await get(stranger, there.platform))
    expect(refused).toMatchObject({ status: 404, caching: 'no-store' })
    for (const other of [globalId('Platform', randomUUID()), there.one.gid, 'x', ''])
      expect(await said(await get(stranger, other))).toEqual(refused)
  })

  it('is for who is signed in, and for tokens that may read ties', async () => {
    expect(await said(await get(guest, there.platform))).toMatchObject({ status: 401, caching: 'no-store' })
    const secretary = there.as('secretariat')
    const refused = await said(await get({ ...secretary, scopes: ['meetings:read'] }, there.platform))
    expect(refused).toMatchObject({ status: 403, body: expect.stringContaining('SCOPE_MISSING') })
    expect((await get({ ...secretary, scopes: ['collaboration:read'] }, there.platform)).status).toBe(200)
  })
})
