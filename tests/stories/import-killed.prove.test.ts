import { spawn } from 'node:child_process'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { runCommand, type CommandContext } from '../../api/src/kernel/command.ts'
import { systemClock } from '../../api/src/kernel/clock.ts'
import { createDb } from '../../api/src/kernel/db.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import { systemViewer } from '../../api/src/kernel/viewer.ts'
import { checkImport } from '../../api/src/modules/registry/commands/check-import.ts'
import { dropImport } from '../../api/src/modules/registry/commands/drop-import.ts'
import { careFile } from '../bench/generate/care-file.ts'
import { freshDatabase } from '../support/database.ts'
import { bring, placeMunicipalities } from '../support/imports.ts'
import { promise, proveRuns, proveSeed, proveSize } from '../support/prove.ts'

const program = path.join(import.meta.dirname, 'killed', 'importer.ts')

/** Numbers from 0 to 1 that are the same for the same seed. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Goes on with an import in a process of its own; killed after so many milliseconds, if it takes that long. */
function work(url: string, runId: string, killAfter: number | null): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, url, runId], { stdio: ['ignore', 'pipe', 'inherit'] })
    let timer: NodeJS.Timeout | undefined
    // The moment counts from when it begins to work, not from the start of Node.
    child.stdout.on('data', () => {
      if (killAfter !== null) timer ??= setTimeout(() => child.kill('SIGKILL'), killAfter)
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      resolve(code === 0)
    })
  })
}

it('killed at any moment of an import, the registry is wholly before or wholly after it', async () => {
  const rows = proveSize(150, 60_000)
  const kills = proveRuns(2, 20)
  const next = random(proveSeed())
  const url = await freshDatabase()
  const db = createDb(url, 3)
  const context: CommandContext = { db, clock: systemClock, viewer: systemViewer, requestId: null }
  await placeMunicipalities(context)

  const described = { title: '試験の一覧', issuer: '試験', licence: '試験', asOf: new Date('2026-06-30') }
  const file = (issue: number) => ({
    name: 'large.csv',
    sourceKey: 'large.csv',
    content: Buffer.concat([...careFile(rows, issue)]),
    describe: described,
  })
  /** What the registry says, without versions and times. */
  const content = async (): Promise<string> => {
    const [{ hash }] = await db.$queryRaw<[{ hash: string }]>`
      SELECT md5(string_agg(md5((row - '{version,updated_at}'::text[])::text), '' ORDER BY id)) AS hash FROM (
        SELECT id, to_jsonb(c) FROM corporation AS c UNION ALL SELECT id, to_jsonb(f) FROM facility AS f
        UNION ALL SELECT id, to_jsonb(o) FROM service_office AS o) AS t (id, row)`
    return hash
  }
  const begin = async (issue: number): Promise<string> => {
    const runId = await bring(context, file(issue))
    await runCommand(checkImport, { importRunId: globalId('ImportRun', runId) }, context)
    return runId
  }
  /** The database goes on with the statement of a killed process until it has an answer for it; so long it is "at work". */
  const settled = () =>
    vi.waitFor(
      async () => {
        const busy = await db.$queryRaw<unknown[]>`
          SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
            AND backend_type = 'client backend' AND state <> 'idle'`
        expect(busy).toEqual([])
      },
      { timeout: 600_000, interval: 100 },
    )
  const contents = new Map<number, string>()
  let longest = 0
  for (const issue of [1, 2]) {
    const runId = await begin(issue)
    const started = performance.now()
    expect(await work(url, runId, null)).toBe(true)
    longest = performance.now() - started
    contents.set(issue, await content())
  }
  expect(contents.get(1)).not.toBe(contents.get(2))

  let current = 2
  let [resumed, dropped, through] = [0, 0, 0]
  for (let kill = 0; kill < kills; kill++) {
    const target = 3 - current
    const runId = await begin(target)
    await work(url, runId, next() * longest)
    expect([contents.get(target), contents.get(current)]).toContain(await content())
    await settled()
    const { state } = await db.importRun.findUniqueOrThrow({ where: { id: runId } })
    const isWritten = state === 'APPLIED'
    const goesOn = !isWritten && next() < 0.5
    expect(await content()).toBe(contents.get(isWritten ? target : current))
    if (isWritten) through++
    else if (goesOn) resumed++
    else {
      dropped++
      await runCommand(dropImport, { importRunId: globalId('ImportRun', runId) }, context)
    }
    expect(goesOn ? await work(url, runId, null) : true).toBe(true)
    if (isWritten || goesOn) current = target
    expect(await content()).toBe(contents.get(current))
  }
  promise(
    'import-killed',
    `${kills} kills in an import of ${rows} rows: ${resumed} resumed, ${dropped} dropped, ${through} were through`,
  )
  await db.$disconnect()
})
