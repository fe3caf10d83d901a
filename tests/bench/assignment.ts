import { check } from '../../api/src/modules/assignment/solving/check.ts'
import { read, type Problem, type Score } from '../../api/src/modules/assignment/solving/problem.ts'
import { solve } from '../../api/src/modules/assignment/solving/solve.ts'
import { step } from '../../scripts/progress.ts'
import { largeProblem, type Size } from '../support/assignment-problems.ts'
import { table } from './report.ts'

/** What is used of HiGHS; its own types describe a default export that Node does not find. */
type LoadHighs = () => Promise<{
  solve(
    program: string,
    options: object,
  ): { Status: string; ObjectiveValue: number; Columns: Readonly<Record<string, unknown>> }
}>
/** Seconds a solver may take for one instance. */
const PATIENCE = { full: 300, quick: 30 }

interface Case extends Size {
  readonly name: string
}

const CASES: Readonly<Record<'full' | 'quick', readonly Case[]>> = {
  full: [
    {
      name: '10,000 single persons × 300, places for 95 in 100',
      people: 10_000,
      shelters: 300,
      places: 60,
      families: false,
      room: 0.95,
      seed: 1,
    },
    {
      name: '10,000 single persons × 300, places enough',
      people: 10_000,
      shelters: 300,
      places: 60,
      families: false,
      room: 1.5,
      seed: 2,
    },
    {
      name: '1,000 people in families × 40, places for all, just',
      people: 1_000,
      shelters: 40,
      places: 20,
      families: true,
      room: 1,
      seed: 3,
    },
    {
      name: '10,000 people in families × 300, places enough',
      people: 10_000,
      shelters: 300,
      places: 60,
      families: true,
      room: 1.5,
      seed: 4,
    },
  ],
  quick: [
    {
      name: '1,000 single persons × 60',
      people: 1_000,
      shelters: 60,
      places: 20,
      families: false,
      room: 0.95,
      seed: 1,
    },
    {
      name: '300 people in families × 20',
      people: 300,
      shelters: 20,
      places: 10,
      families: true,
      room: 1.2,
      seed: 3,
    },
  ],
}

interface Answered {
  readonly cpu: number
  readonly checkCpu: number | null
  /** Persons left over and total way in units of 100 m; null = no answer. */
  readonly score: Pick<Score, 'leftOver' | 'burden'> | null
  readonly claim: string
}

const spent = (before: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000_000
}

/** Ours: solved, then checked by the checker, each with its processor time. */
function ours(problem: Problem, work: number): Answered {
  const before = process.cpuUsage()
  const { placement, certificate } = solve(problem, { work })
  const cpu = spent(before)
  const checking = process.cpuUsage()
  const found = check(problem, placement, certificate)
  const checkCpu = spent(checking)
  if (!found.valid) throw new Error(found.because)
  const { score, optimal, leastBurden } = found
  const gap = leastBurden === null ? null : (score.burden / Math.max(1, leastBurden) - 1) * 100
  return {
    cpu,
    checkCpu,
    score,
    claim: optimal
      ? 'best, proven'
      : gap === null
        ? 'not proven'
        : `at most ${gap.toFixed(2)} % more way than the best`,
  }
}

/** The same problem as a mixed-integer program, classes of groups that are alike as one whole number each. */
function asProgram(problem: Problem): { text: string; leftOver: number } {
  const { table: numbers } = read(problem)
  const { shelters, rows, room, classes, burden, leftOver } = numbers
  const objective: string[] = []
  const whole: string[] = []
  const uses = new Map<number, string[]>()
  const everybody: string[] = []
  for (const [at, kind] of classes.entries()) {
    const terms = [`y${at}`]
    objective.push(`${kind.leaving} y${at}`)
    for (let shelter = 0; shelter < shelters; shelter++) {
      const way = burden[at * shelters + shelter] ?? Infinity
      if (way === Infinity) continue
      const name = `x${at}_${shelter}`
      terms.push(name)
      if (way > 0) objective.push(`${way} ${name}`)
      for (const [row, amount] of kind.uses) {
        const place = shelter * rows + row
        if (room[place] === Infinity) continue
        const row_ = uses.get(place) ?? []
        uses.set(place, row_)
        row_.push(`${amount} ${name}`)
      }
    }
    whole.push(...terms)
    everybody.push(`${terms.join(' +\n ')} = ${kind.groups.length}`)
  }
  const limits = [...uses].map(([place, terms]) => `${terms.join(' +\n ')} <= ${room[place]}`)
  const constraints = [...everybody, ...limits].map((row, n) => ` r${n}: ${row}`).join('\n')
  return {
    text: `Minimize\n obj: ${objective.join(' +\n ')}\nSubject To\n${constraints}\nGeneral\n ${whole.join('\n ')}\nEnd`,
    leftOver,
  }
}

/** HiGHS, compiled to WebAssembly, with one thread as it comes. */
async function highs(problem: Problem, seconds: number): Promise<Answered> {
  const { text, leftOver } = asProgram(problem)
  const { default: load } = (await import('highs')) as unknown as { default: LoadHighs }
  const solver = await load()
  const before = process.cpuUsage()
  try {
    const answer = solver.solve(text, {
      time_limit: seconds,
      mip_rel_gap: 0,
      mip_abs_gap: 0.5,
      output_flag: false,
    })
    const cpu = spent(before)
    const value = Math.round(answer.ObjectiveValue)
    const hasAnswer = Number.isFinite(answer.ObjectiveValue) && Object.keys(answer.Columns).length > 0
    return {
      cpu,
      checkCpu: null,
      score: hasAnswer ? { leftOver: Math.floor(value / leftOver), burden: value % leftOver } : null,
      claim: answer.Status === 'Optimal' ? 'best' : answer.Status.toLowerCase(),
    }
  } catch (error) {
    return { cpu: spent(before), checkCpu: null, score: null, claim: `failed: ${String(error).slice(0, 60)}` }
  }
}

const seconds = (value: number) => value.toFixed(1)
const scoreText = (score: Answered['score']) =>
  score ? `${score.leftOver} left over, ${(score.burden / 10).toFixed(0)} km` : '–'

/** Placing people beside a general solver, on the same instances in one run; processor time, because others use the machine. */
export async function assignmentBench(isQuick: boolean): Promise<{ markdown: string; passed: boolean }> {
  const size = isQuick ? 'quick' : 'full'
  const lines: string[][] = []
  let passed = true
  for (const given of CASES[size]) {
    const problem = largeProblem(given)
    const own = await step(`${given.name}（結）`, async () => ours(problem, isQuick ? 5e7 : 6e9))
    const general = await step(`${given.name}（HiGHS）`, () => highs(problem, PATIENCE[size]))
    const isWorse =
      general.score !== null &&
      own.score !== null &&
      general.claim === 'best' &&
      own.claim.startsWith('best') &&
      (own.score.leftOver !== general.score.leftOver || own.score.burden !== general.score.burden)
    passed &&= !isWorse
    const ratio = general.cpu / own.cpu
    lines.push([
      given.name,
      seconds(own.cpu),
      seconds(own.checkCpu ?? 0),
      own.claim,
      scoreText(own.score),
      seconds(general.cpu),
      general.claim,
      scoreText(general.score),
      `${ratio.toFixed(1)} ×`,
    ])
  }
  const head = [
    'instance',
    'Yui, s',
    'checker, s',
    'Yui says',
    'found',
    'HiGHS, s',
    'HiGHS says',
    'found',
    'HiGHS ÷ Yui',
  ]
  return { markdown: table(head, lines).join('\n'), passed }
}
