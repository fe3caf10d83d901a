import type { LoadResult } from './load.ts'

/** One contestant answering one operation for some seconds, in one round. */
export interface Measurement extends LoadResult {
  operation: string
  contestant: string
  /** SQL statements the database ran per answer; transaction control counts. */
  statements: number
  /** Processor time per answer in milliseconds: of the server's process, and of the database. Linux only. */
  serverCpu: number | undefined
  databaseCpu: number | undefined
}

export const OURS = 'yui'

interface Target {
  rival: string
  what: 'req/s' | 'p99'
  /** The most or the least that ours divided by the rival's may be. */
  atLeast?: number
  atMost?: number
}

/** What the portal promises of its reads. */
const targets: readonly Target[] = [
  { rival: 'postgraphile-rls', what: 'req/s', atLeast: 2 },
  { rival: 'postgraphile-rls', what: 'p99', atMost: 1 },
  { rival: 'postgraphile', what: 'req/s', atLeast: 1.5 },
  { rival: 'postgraphile', what: 'p99', atMost: 1 },
  { rival: 'hand-written', what: 'req/s', atLeast: 0.5 },
]

const valueOf = { 'req/s': (one: Measurement) => one.requestsPerSecond, p99: (one: Measurement) => one.p99 }

export interface Verdict {
  operation: string
  target: Target
  /** Ours divided by the rival's, each round compared within itself. */
  ratio: Spread
  passed: boolean
}

export interface Spread {
  median: number
  least: number
  most: number
}

/** Median and extremes of the rounds. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = Math.floor(sorted.length / 2)
  const middle = sorted.length % 2 === 0 ? sorted.slice(upper - 1, upper + 1) : sorted.slice(upper, upper + 1)
  return {
    median: middle.reduce((sum, value) => sum + value, 0) / middle.length,
    least: sorted[0] ?? Number.NaN,
    most: sorted.at(-1) ?? Number.NaN,
  }
}

/** Judges every operation against every target. Rounds are compared pairwise, so that slow minutes cancel out. */
export function judge(measurements: readonly Measurement[]): Verdict[] {
  return distinct(measurements, 'operation').flatMap((operation) =>
    targets.flatMap((target) => {
      const rounds = (contestant: string) =>
        measurements
          .filter((one) => one.operation === operation && one.contestant === contestant)
          .map(valueOf[target.what])
      const theirs = rounds(target.rival)
      const ratios = rounds(OURS).map((own, round) => own / (theirs[round] ?? Number.NaN))
      if (ratios.length === 0 || ratios.some(Number.isNaN)) return []
      const ratio = spreadOf(ratios)
      const { atLeast = 0, atMost = Infinity } = target
      return [{ operation, target, ratio, passed: ratio.median >= atLeast && ratio.median <= atMost }]
    }),
  )
}

/** The tables of a whole run, in Markdown. */
export function render(measurements: readonly Measurement[]): string {
  const sections = distinct(measurements, 'operation').map((operation) => {
    const ofOperation = measurements.filter((one) => one.operation === operation)
    const rows = distinct(ofOperation, 'contestant').map((contestant) =>
      row(
        contestant,
        ofOperation.filter((one) => one.contestant === contestant),
      ),
    )
    return [`### ${operation}`, '', ...table(columns, rows)].join('\n')
  })
  const verdicts = judge(measurements).map(({ operation, target, ratio, passed }) => [
    operation,
    `${target.what} ÷ ${target.rival}`,
    withExtremes(ratio, 2),
    target.atLeast === undefined ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`,
    passed ? 'PASS' : '**FAIL**',
  ])
  const comparison = ['### Targets', '', ...table(['operation', 'ratio', 'measured', 'wanted', ''], verdicts)]
  return [...sections, comparison.join('\n')].join('\n\n')
}

const columns = [
  'contestant',
  'req/s',
  'p50 ms',
  'p99 ms',
  'bytes',
  'SQL/op',
  'server CPU ms/op',
  'database CPU ms/op',
  'errors',
]

function row(contestant: string, rounds: readonly Measurement[]): string[] {
  const spread = (of: (one: Measurement) => number | undefined) =>
    spreadOf(rounds.map((one) => of(one) ?? Number.NaN))
  const median = (of: (one: Measurement) => number | undefined, digits: number) =>
    fixed(spread(of).median, digits)
  return [
    contestant,
    withExtremes(
      spread((one) => one.requestsPerSecond),
      0,
    ),
    median((one) => one.p50, 1),
    median((one) => one.p99, 1),
    median((one) => one.bytes, 0),
    median((one) => one.statements, 1),
    median((one) => one.serverCpu, 2),
    median((one) => one.databaseCpu, 2),
    String(rounds.reduce((sum, one) => sum + one.errors, 0)),
  ]
}

const fixed = (value: number, digits: number) => (Number.isNaN(value) ? '–' : value.toFixed(digits))

const withExtremes = ({ median, least, most }: Spread, digits: number) =>
  `${fixed(median, digits)} (${fixed(least, digits)}–${fixed(most, digits)})`

/** A table in Markdown, line by line. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)

const distinct = (measurements: readonly Measurement[], key: 'operation' | 'contestant') => [
  ...new Set(measurements.map((one) => one[key])),
]
