import { say } from '../progress.ts'
import { messageOf, Refusal } from '../refusal.ts'
import { stopRequest } from '../stop-request.ts'

export interface StageResult {
  passed: number
  failed: number
  /** What to show when something failed. */
  output: string
}

export interface Stage {
  name: string
  run: () => Promise<StageResult>
}

export interface Tally {
  passed: number
  failed: number
}

/** Runs one stage and prints its line: what passed, what failed, how long it took; then what the failures say. */
export async function runStage({ name, run }: Stage): Promise<Tally> {
  stopRequest.throwIfAborted()
  const start = Date.now()
  const reminder = setInterval(() => say(`… ${name}`), 15_000)
  const { passed, failed, output } = await run()
    .catch(brokenStage)
    .finally(() => clearInterval(reminder))
  stopRequest.throwIfAborted()
  const seconds = ((Date.now() - start) / 1000).toFixed(1)
  if (failed > 0) console.log(`\n${output.trim()}\n`)
  say(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`)
  return { passed, failed }
}

/** A stage that cannot even run has failed once. */
function brokenStage(error: unknown): StageResult {
  const trace = error instanceof Error && !(error instanceof Refusal) ? error.stack : undefined
  return { passed: 0, failed: 1, output: trace ?? messageOf(error) }
}

/** Runs stages side by side on a few lanes and adds them up. */
export async function runStages(stages: Stage[], lanes: number): Promise<Tally> {
  const waiting = stages.values()
  const total: Tally = { passed: 0, failed: 0 }
  const lane = async () => {
    for (const stage of waiting) add(total, await runStage(stage))
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return total
}

/** Adds one tally to another. */
export function add(total: Tally, { passed, failed }: Tally): void {
  total.passed += passed
  total.failed += failed
}

/** Prints the closing line of a run; the exit code is not 0 when anything failed or nothing ran. */
export function close({ passed, failed }: Tally): number {
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 && passed > 0 ? 0 : 1
}
