import { expect, it } from 'vitest'
import { judge, render, spreadOf, type Measurement } from './report.ts'

const measured = (contestant: string, requestsPerSecond: number, p99: number): Measurement => ({
  operation: 'search',
  contestant,
  requestsPerSecond,
  p99,
  requests: 100,
  errors: 0,
  p50: 5,
  bytes: 1_000,
  statements: 1,
  serverCpu: 1.25,
  databaseCpu: undefined,
})

const rounds: Record<string, [requestsPerSecond: number, p99: number][]> = {
  yui: [[200, 10], [100, 10], [140, 10]],
  'postgraphile-rls': [[100, 12], [40, 12], [70, 12]],
  postgraphile: [[100, 8], [80, 8], [100, 8]],
} // prettier-ignore
const run = Object.entries(rounds).flatMap(([contestant, values]) =>
  values.map(([requestsPerSecond, p99]) => measured(contestant, requestsPerSecond, p99)),
)

it('takes the middle of the rounds', () => {
  expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 })
  expect(spreadOf([4, 1, 2, 3])).toEqual({ median: 2.5, least: 1, most: 4 })
})

it('compares each round within itself', () => {
  const verdicts = judge(run).map(({ target, ratio, passed }) => [target.rival, target.what, ratio, passed])
  expect(verdicts).toEqual([
    ['postgraphile-rls', 'req/s', { median: 2, least: 2, most: 2.5 }, true],
    ['postgraphile-rls', 'p99', { median: 10 / 12, least: 10 / 12, most: 10 / 12 }, true],
    ['postgraphile', 'req/s', { median: 1.4, least: 1.25, most: 2 }, false],
    ['postgraphile', 'p99', { median: 1.25, least: 1.25, most: 1.25 }, false],
  ])
})

it('says in words what passed and what failed, and leaves out what was not measured', () => {
  const text = render(run)
  expect(text).toContain('| yui | 140 (100–200) | 5.0 | 10.0 | 1000 | 1.0 | 1.25 | – | 0 |')
  expect(text).toContain('| search | req/s ÷ postgraphile-rls | 2.00 (2.00–2.50) | ≥ 2 | PASS |')
  expect(text).toContain('| search | req/s ÷ postgraphile | 1.40 (1.25–2.00) | ≥ 1.5 | **FAIL** |')
  expect(text).not.toContain('hand-written')
})
