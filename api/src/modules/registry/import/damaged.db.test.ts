import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { projectRoot } from '../../../../../scripts/project.ts'
import { freshDatabase } from '../../../../../tests/support/database.ts'
import {
  bring,
  changesOf,
  check,
  confirm,
  placeMunicipalities,
  refusalsOf,
} from '../../../../../tests/support/imports.ts'
import type { CommandContext } from '../../../kernel/command.ts'
import { createDb, type Db } from '../../../kernel/db.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { csvLine, encoderFor } from './csv.ts'

// The largest of the shipped files with all its services, as it was issued and as it may arrive.
const NAME = 'kaigo/jigyosho_160_yamagata.csv'
const issued = fs.readFileSync(path.join(projectRoot, 'data', NAME), 'utf8').replace(/^\ufeff/, '')
const rows = issued.trimEnd().split(/\r?\n/)

let db: Db
let context: CommandContext

const describe = {
  title: '公表データ',
  issuer: '厚生労働省',
  licence: 'CC BY 4.0',
  asOf: new Date('2025-12-31'),
}
const file = (content: string | Uint8Array) => ({ name: NAME, sourceKey: NAME, content, describe })

beforeAll(async () => {
  db = createDb(await freshDatabase(), 3)
  context = {
    db,
    clock: { now: () => new Date('2026-11-23T03:00:00Z') },
    viewer: systemViewer,
    requestId: null,
  }
  await placeMunicipalities(context)
  const runId = await bring(context, file(issued))
  await check(context, runId)
  await confirm(context, runId)
}, 300_000)
afterAll(() => db.$disconnect())

const table = parse(issued, { relaxColumnCount: true })
const written = (cells: readonly string[][]): string => cells.map((line) => csvLine(line)).join('')

/** The same cells, the last column first. */
const shuffled = written(table.map((cells) => cells.toReversed()))

const without = (heading: string): string => {
  const column = (table[0] ?? []).indexOf(heading)
  return written(table.map((cells) => cells.toSpliced(column, 1)))
}

const SAME: readonly (readonly [how: string, content: string | Uint8Array])[] = [
  ['as it was issued', issued],
  ['with a byte order mark', `\ufeff${issued}`],
  ['in Shift_JIS', encoderFor('shift_jis').encode(rows.join('\r\n'))],
  ['with other line ends', rows.join('\n')],
  ['with its columns in another order', shuffled],
  ['without a column nobody needs', without('FAX番号')],
  [
    'with the zeros taken by a spreadsheet',
    rows.join('\r\n').replace(/(^|,)0(?=[0-9]{5},|[0-9]{9},)/gm, '$1'),
  ],
  ['with a renamed heading', rows.join('\r\n').replace('電話番号', '電話')],
  ['with a column more', rows.map((row, n) => `${row},${n === 0 ? '覚え書き' : 'x'}`).join('\r\n')],
]

it.each(SAME)('a file %s says the same', async (_, content) => {
  const runId = await bring(context, file(content))
  const run = await check(context, runId)
  expect(await changesOf(context, runId)).toEqual([])
  expect(await refusalsOf(context, runId)).toEqual([])
  expect(run).toMatchObject({ state: 'CHECKED', createdCount: 0, changedCount: 0, closedCount: 0 })
  expect(run.sameCount).toBeGreaterThan(rows.length - 1)
})

const NEEDED = ['事業所番号', 'サービスの種類', '住所']

it.each(NEEDED)('a file without %s is refused as a whole', async (heading) => {
  const runId = await bring(context, file(without(heading)))
  const [brought] = await db.importFile.findMany({ where: { runId } })
  const problem =
    brought?.problem ??
    (await check(context, runId).then(() => db.importFile.findFirstOrThrow({ where: { runId } }))).problem
  expect(problem).toBe('COLUMNS_MISSING')
  expect(await db.importChange.count({ where: { runId, action: { not: 'SAME' } } })).toBe(0)
})
