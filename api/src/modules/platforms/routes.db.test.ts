import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import { testDb } from '../../../../tests/support/kernel.ts'
import { tieWorld, type TieWorld } from '../../../../tests/support/tie-world.ts'
import { dateOf, dayInJapan, systemClock } from '../../kernel/clock.ts'
import { mapIdentity, startApp, type TestApp } from '../../kernel/http/fixtures/app.ts'
import { guest, type Viewer } from '../../kernel/viewer.ts'
import { voluntaryRulebook } from '../rulebooks/public.ts'
import './routes.ts'

// The dues of a fiscal year, as a file: for whom the page shows them, and with what it shows.

const { identity, signIn } = mapIdentity()
let app: TestApp
let there: TieWorld
beforeAll(async () => {
  const { url } = await testDatabase()
  app = await startApp({ databaseUrl: url, identity })
  const db = await testDb()
  there = await tieWorld({ db })
  const one = there.one.id
  const other = there.other.id
  await db.rulebookVersion.create({
    data: {
      platformId: there.platformId,
      number: 1,
      effectiveOn: dateOf('2020-04-01'),
      adoptedOn: dateOf('2020-03-20'),
      rules: structuredClone(voluntaryRulebook) as never,
      articles: [],
    },
  })
  const name = (id: string, given: object) => db.corporation.update({ where: { id }, data: given })
  await name(one, { name: '見本あやめ会', kana: 'あやめ' })
  await name(other, { name: '=HYPERLINK("見本")', kana: 'いろは' })
  const dues = { platformId: there.platformId, memberClass: 'FULL', fiscalYear: 2026, basis: '会則第9条' }
  const due = { ...dues, amountYen: 30_000, dueOn: dateOf('2026-06-30') }
  await db.membershipDues.createMany({
    data: [
      { ...due, corporationId: one, chargedCorporationId: one },
      { ...due, corporationId: other, chargedCorporationId: other, paidOn: dateOf('2026-06-25') },
      {
        ...due,
        corporationId: one,
        chargedCorporationId: there.third.id,
        amountYen: 5000,
        dueOn: dateOf('2027-03-31'),
      },
      { ...due, fiscalYear: 2025, corporationId: one, chargedCorporationId: one },
    ],
  })
})
afterAll(() => app.close())

const get = (viewer: Viewer, query: string) =>
  fetch(`${app.url}/api/export/dues.csv?${query}`, {
    headers: { authorization: `Bearer ${signIn(viewer)}` },
  })
const year = (of = 2026) => `platform=${there.platform}&year=${of}`
async function lines(viewer: Viewer): Promise<string[]> {
  const answer = await get(viewer, year())
  expect(answer.status).toBe(200)
  const rows = parse<Record<string, string>>(await answer.text(), { bom: true, columns: true })
  return rows.map((row) => Object.values(row).join('|'))
}

describe('the file of dues', () => {
  it('says of each what, until when, how it stands and on what basis', async () => {
    const before = there.third.name
    expect(await lines(there.as('secretariat'))).toEqual([
      '2026|見本あやめ会|正会員|30000|2026-06-30|未納（期限を過ぎました）||||会則第9条|',
      `2026|見本あやめ会|正会員|5000|2027-03-31|未納||||会則第9条|${before}`,
      `2026|'=HYPERLINK("見本")|正会員|30000|2026-06-30|納入済み|2026-06-25|||会則第9条|`,
    ])
    expect(await lines(there.as('auditor'))).toHaveLength(3)
  })

  it('gives a member its own lines alone, and others none', async () => {
    expect(await lines(there.as('one’s administrator'))).toHaveLength(2)
    const others = ['one’s director', 'chair', 'secretariat elsewhere', 'operator']
    const answers = await Promise.all(others.map((name) => get(there.as(name), year())))
    expect(answers.map(({ status }) => status)).toEqual(others.map(() => 404))
    expect(await lines(there.as('a third’s administrator'))).toEqual([])
  })

  it('has a Japanese name, and nobody keeps it on the way', async () => {
    const answer = await get(there.as('secretariat'), year())
    const today = dayInJapan(systemClock.now())
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="dues_${today}.csv"; filename*=UTF-8''${encodeURIComponent(`会費_2026年度_${today}.csv`)}`,
    })
  })

  it('is refused to guests and tokens without the right, and is not there without a network or a year', async () => {
    const secretariat = there.as('secretariat')
    expect((await get(guest, year())).status).toBe(401)
    expect((await get({ ...secretariat, scopes: ['meetings:read'] }, year())).status).toBe(403)
    expect((await get({ ...secretariat, scopes: ['platforms:read'] }, year())).status).toBe(200)
    const nowhere = [
      `platform=${there.platform}`,
      `platform=${there.platform}&year=1999`,
      'year=2026',
      'platform=x&year=2026',
    ]
    for (const query of [...nowhere, `platform=${there.one.gid}&year=2026`])
      expect((await get(secretariat, query)).status).toBe(404)
  })
})
