import { expect, it } from 'vitest'
import { careFile } from '../../../../../tests/bench/generate/care-file.ts'
import { freshDatabase } from '../../../../../tests/support/database.ts'
import { bring, check, confirm, placeMunicipalities, undo } from '../../../../../tests/support/imports.ts'
import { rowsRead } from '../../../../../tests/support/rows-read.ts'
import { systemClock } from '../../../kernel/clock.ts'
import type { CommandContext } from '../../../kernel/command.ts'
import type { Db } from '../../../kernel/db.ts'
import { systemViewer } from '../../../kernel/viewer.ts'

const FEW = 30
const ROWS = 100
const TIMES = 4

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
  return rowsRead(
    await freshDatabase(),
    async (db) => {
      const context = contextOf(db)
      await placeMunicipalities(context)
      // The connections have plans for a small registry, and the server knows it as a small one.
      await confirm(context, await checked(context, FEW))
      await db.$executeRaw`ANALYZE`
      await confirm(context, await checked(context, FEW, '0234'))
      await confirm(context, await checked(context, FEW + 3))
    },
    async (db) => {
      const context = contextOf(db)
      const first = await checked(context, rows)
      await confirm(context, first)
      // What is created first leaves the triggers with plans for no change.
      const second = await checked(context, rows + 3, '0234')
      await confirm(context, second)
      await undo(context, second)
      await undo(context, first)
    },
  )
}

it('four times the rows of a file make no statement of an import read much more than four times as much', async () => {
  const [once, more] = [await readFor(ROWS), await readFor(ROWS * TIMES)]
  const steep = [...more]
    .map(([text, read]) => ({ text, read, times: read / (once.get(text) ?? read) }))
    .filter(({ read, times }) => read > 20 * ROWS * TIMES && times > 1.6 * TIMES)
  expect(steep).toEqual([])
  expect(more.size).toBeGreaterThan(50)
}, 120_000)
