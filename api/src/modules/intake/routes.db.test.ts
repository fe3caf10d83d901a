import { afterAll, expect, it } from 'vitest'
import { openTestGraph, TODAY } from '../../../../tests/support/graph.ts'
import { described, intakeWorld, pen, sendEntries } from '../../../../tests/support/intake-world.ts'
import { isProtected, openedWorkbook } from '../../../../tests/support/protected-workbook.ts'
import { unzipped } from '../../../../tests/support/xlsx.ts'
import { moduleDoors } from '../../kernel/http/fixtures/doors.ts'
import './routes.ts'
import { fold } from './rules/fold.ts'
import * as write from './rules/writing.ts'

const graph = await openTestGraph()
const doors = moduleDoors({ databaseUrl: process.env.DATABASE_URL ?? '', db: graph.db, now: TODAY })
afterAll(() => doors.close())

const PASSWORD = 'mihon-no-kagi'

it('the list leaves under a password alone, and says beside everybody who has to move what is known of their place', async () => {
  const { one } = await intakeWorld(graph)
  const desk = pen()
  const mother = described(desk, { NAME: '見本 母', NEEDS: 'PREGNANCY' })
  const heads = write.countHeads(desk, fold(mother), { people: 3, need: 'OLDER_PERSON', stay: 'NIGHT' })
  const referral = write.refer(
    desk,
    { persons: [mother[0]?.id ?? ''], heads: { group: heads.id, people: 2 } },
    { urgency: 'SOON', needs: [], equipment: [] },
  )
  await sendEntries(graph, one.id, [...mother, heads, referral], one.staff)
  const take = (viewer: typeof one.staff, body?: string) =>
    doors.inject(viewer, 'POST', `/api/intake-export/${one.id}.xlsx`, body)

  for (const body of [undefined, 'no JSON', '{}', JSON.stringify({ password: 'too short' })])
    expect((await take(one.director, body)).statusCode).toBeGreaterThanOrEqual(400)
  expect((await take(one.staff, JSON.stringify({ password: PASSWORD }))).statusCode).toBeGreaterThanOrEqual(
    400,
  )
  // Nothing begins before a file was handed out.
  const handed = () => graph.db.intakeExport.count({ where: { book: { openingId: one.openingId } } })
  expect(await handed()).toBe(0)

  const { statusCode, rawPayload } = await take(one.director, JSON.stringify({ password: PASSWORD }))
  expect([statusCode, isProtected(rawPayload), await handed()]).toEqual([200, true, 1])
  expect(rawPayload.includes('見本')).toBe(false)
  const sheet = unzipped(openedWorkbook(rawPayload, PASSWORD)).get('xl/worksheets/sheet1.xml') ?? ''
  const rows = [...sheet.matchAll(/<row>(.*?)<\/row>/gs)].map(([, cells = '']) =>
    cells
      .replaceAll('<c/>', '|')
      .replace(/<[^>]+>/g, '|')
      .split('|')
      .filter((text) => text !== ''),
  )
  const sought = `さがしている（早く）、番号${one.name}-1`
  expect(rows[0]?.slice(0, 4)).toEqual(['番号', 'いるか', '移る先', '氏名'])
  expect(rows[1]?.slice(0, 4)).toEqual(['1', 'いる', sought, '見本 母'])
  expect(rows[2]?.slice(0, 3)).toEqual(['いる', `2人：${sought}`, '名前を聞いていない人 3人'])
})
