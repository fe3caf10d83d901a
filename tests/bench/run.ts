import { withClient } from '../../scripts/postgres/databases.ts'
import type { Cluster } from '../../scripts/postgres/cluster.ts'
import { say, step } from '../../scripts/progress.ts'
import { Refusal } from '../../scripts/refusal.ts'
import { stopRequest, stopRequested } from '../../scripts/stop-request.ts'
import { contentOf, firstDifference } from './content.ts'
import { contestants, start, type Running } from './contestants.ts'
import { ensureDatabases, openBenchCluster } from './database.ts'
import { generateWorld, sizes } from './generate.ts'
import { given } from './generate/given.ts'
import { ask, load, type Request } from './load.ts'
import { measure } from './measure.ts'
import { operations, askerIn, type Operation } from './operations.ts'
import { prepareRivals } from './prepare-rivals.ts'
import type { Measurement } from './report.ts'

export interface Effort {
  connections: number
  rounds: number
  /** Seconds of answering before anything is measured. */
  warmUp: number
  /** Seconds of each measurement, and of the run-up to it that does not count. */
  seconds: number
  runUp: number
}

export const efforts = {
  full: { connections: 20, rounds: 5, warmUp: 3, seconds: 4, runUp: 0.5 },
  quick: { connections: 20, rounds: 2, warmUp: 1, seconds: 1.5, runUp: 0.2 },
} as const satisfies Record<string, Effort>

/** Runs the whole comparison and stops everything it started, whatever happens. */
export async function runBench(size: keyof typeof sizes, effort: Effort): Promise<Measurement[]> {
  const cleanup: (() => Promise<unknown>)[] = []
  try {
    await step('比較の相手を用意しています', prepareRivals)
    const world = generateWorld(sizes[size])
    const cluster = await step('データベースを起動しています', openBenchCluster)
    cleanup.push(() => cluster.stop())
    const databases = await step('比較のためのデータベースを用意しています', () =>
      unlessStopped(ensureDatabases(cluster, size, world)),
    )
    const asked = operations(world)
    const running: Running[] = []
    for (const contestant of contestants(databases, asked, askerIn(world))) {
      const first = given(asked[0])
      const probe = contestant.request(first, given(first.inputs[0]))
      const started = await step(`${contestant.name} を起動しています`, () => start(contestant, probe))
      cleanup.push(() => started.service.stop())
      running.push(started)
    }
    for (const operation of asked) await refuseDifferentAnswers(operation, running)
    return await takeTurns(cluster, databases.url, asked, running, effort)
  } finally {
    for (const undo of cleanup.toReversed()) await undo()
  }
}

/** Gives up waiting when a stop is asked for; stopping the database ends the work itself. */
async function unlessStopped<T>(work: Promise<T>): Promise<T> {
  const done = await Promise.race([work, stopRequested()])
  stopRequest.throwIfAborted()
  return done as T
}

/** Every contestant must say the same to every input, and not just nothing; otherwise there is nothing to compare. */
async function refuseDifferentAnswers(operation: Operation, running: readonly Running[]): Promise<void> {
  for (const input of operation.inputs) {
    let expected: unknown
    for (const contestant of running) {
      const { status, body } = await ask(contestant.port, contestant.request(operation, input))
      const answer = body.toString('utf8')
      const content = contentOf(answer)
      const isAnswer = status === 200 && /"edges" ?: ?\[\{/.test(answer)
      const wrong = isAnswer ? firstDifference((expected ??= content), content) : answer.slice(0, 500)
      if (!wrong) continue
      throw new Refusal(
        `${operation.name} ${JSON.stringify(input)}: ${contestant.name} の答えがほかと違います。${wrong}`,
        'the answers differ',
      )
    }
  }
}

/** Round by round, so that a slow minute of the machine meets all contestants alike. */
async function takeTurns(
  cluster: Cluster,
  url: string,
  asked: readonly Operation[],
  running: readonly Running[],
  effort: Effort,
): Promise<Measurement[]> {
  const measurements: Measurement[] = []
  await withClient(url, async (client) => {
    await client.query('create extension if not exists pg_stat_statements')
    for (const operation of asked) {
      say(`${operation.name}: ${operation.inputs.length} 種類の問い合わせ`)
      for (const contestant of running) {
        stopRequest.throwIfAborted()
        await load(loadOf(operation, contestant, effort, effort.warmUp))
      }
      for (let round = 1; round <= effort.rounds; round++) {
        for (const contestant of running) {
          stopRequest.throwIfAborted()
          await load(loadOf(operation, contestant, effort, effort.runUp))
          const measured = await measure(
            client,
            {
              operation: operation.name,
              contestant: contestant.name,
              pid: contestant.service.pid,
              postmasterPid: cluster.pid,
            },
            loadOf(operation, contestant, effort, effort.seconds),
          )
          measurements.push(measured)
          say(
            `  ${round}/${effort.rounds} ${contestant.name.padEnd(20)} ${measured.requestsPerSecond.toFixed(0).padStart(6)} req/s  p99 ${measured.p99.toFixed(1)} ms`,
          )
        }
      }
    }
  })
  return measurements
}

const loadOf = (
  operation: Operation,
  { port, request }: Running,
  { connections }: Effort,
  seconds: number,
) => ({
  port,
  requests: operation.inputs.map((input): Request => request(operation, input)),
  connections,
  seconds,
})
