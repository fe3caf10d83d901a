import { expect, it } from 'vitest'
import { careFile } from '../../../../../tests/bench/generate/care-file.ts'
import { freshDatabase } from '../../../../../tests/support/database.ts'
import { bring, check, confirm, placeMunicipalities, undo } from '../../../../../tests/support/imports.ts'
import { rowsRead } from '../../../../../tests/support/rows-read.ts'
import { systemClock } from '../../../kernel/clock.ts'
import type { CommandContext } from '../../../kernel/command.ts'
import { createDb, type Db } from '../../../kernel/db.ts'
import { systemViewer } from '../../../kernel/viewer.ts'

const FEW = 12
const ROWS = 80
const TIMES = 6
/** A plan may change with the size; what grows with the square of the rows reads TIMES times TIMES as much. */
const MUCH_MORE = 2.5 * TIMES

const contextOf = (db: Db): CommandContext => ({
  db,
  clock: systemClock,
  viewer: systemViewer,
  requestId: null,
})

/** Brings and checks a list; with another prefix, every telephone in it is another one. */
async function checked(context: CommandContext, rows: number, prefix = '023'): Promise<string> {
  const describe = { title: '試験の一覧', issuer: '試験', licence: '試験', asOf: new Date('2026-06-30') }
  const content = Buffer.concat([...careFile(rows)])
    .toString()
    .replaceAll(',023-', `,${prefix}-`)
  const runId = await bring(context, { name: 'large.csv', sourceKey: 'large.csv', content, describe })
  await check(context, runId)
  return runId
}

/** What one statement reads while a list of so many rows is written, changed and taken back. */
async function readFor(rows: number): Promise<Map<string, number>> {
  const url = await freshDatabase()
  const plain = createDb(url, 3)
  const checking = contextOf(plain)
  const read = await rowsRead(
    url,
    async (db) => {
      const writing = contextOf(db)
      await placeMunicipalities(checking)
      // The connections have plans for a small registry, and the server knows it as a small one.
      await confirm(writing, await checked(checking, FEW))
      await db.$executeRaw`ANALYZE`
      await confirm(writing, await checked(checking, FEW, '0234'))
      await confirm(writing, await checked(checking, FEW + 3))
    },
    async (db) => {
      const writing = contextOf(db)
      const first = await checked(checking, rows)
      await confirm(writing, first)
      // What is created first leaves the triggers with plans for no change.
      const second = await checked(checking, rows + 3, '0234')
      await confirm(writing, second)
      await undo(writing, second)
      await undo(writing, first)
    },
  )
  await plain.$disconnect()
  return read
}

it('a file of six times the rows makes no statement that writes it read much more than six times as much', async () => {
  const [once, more] = [await readFor(ROWS), await readFor(ROWS * TIMES)]
  const steep = [...more]
    .map(([text, read]) => ({ text, read, times: read / (once.get(text) ?? read) }))
    .filter(({ read, times }) => read > 60 * ROWS * TIMES && times > MUCH_MORE)
  expect(steep).toEqual([])
  expect(more.size).toBeGreaterThan(50)
}, 300_000)
