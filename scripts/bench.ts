import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { assignmentBench } from '../tests/bench/assignment.ts'
import { openBenchCluster } from '../tests/bench/database.ts'
import { importBench } from '../tests/bench/import.ts'
import { judge, render } from '../tests/bench/report.ts'
import { efforts, runBench } from '../tests/bench/run.ts'
import { searchBench } from '../tests/bench/search.ts'
import type { Cluster } from './postgres/cluster.ts'
import { generatePrismaClient } from './generate.ts'
import { say, step } from './progress.ts'
import { projectRoot } from './project.ts'
import { Refusal, runTask } from './refusal.ts'
import { listenForStop, stopRequest } from './stop-request.ts'

interface Part {
  readonly title: string
  /** How it was measured; with the tables it is the whole page, but for what stands below `keeps`. */
  readonly how: string
  readonly file: string
  readonly keeps?: RegExp
  run(isQuick: boolean): Promise<{ markdown: string; passed?: boolean }>
}

const { connections, rounds, seconds } = efforts.full

const PARTS: Readonly<Record<string, Part>> = {
  reads: {
    title: 'How fast the portal reads, beside others',
    how: `Load generator, servers and PostgreSQL on the same machine.
${connections} connections; ${rounds} rounds of ${seconds} s, contestants taking turns; medians of the rounds, extremes in brackets. What is compared,
and how to read it: docs/decisions/008-bench.md.`,
    file: 'bench.md',
    // What was measured in other ways stands below and stays.
    keeps: /^(?=## The public directory$)/m,
    async run(isQuick) {
      const measurements = await runBench('large', isQuick ? efforts.quick : efforts.full)
      const passed = judge(measurements).every((verdict) => verdict.passed)
      return { markdown: render(measurements), passed }
    },
  },
  import: {
    title: 'How fast files become a registry',
    how: `Each size into a database of its own, in a process whose
heap is limited to 192 MB; PostgreSQL on the same machine. The rows are invented, three services to a facility. "Write" is
the one transaction that changes the registry. What an import does: docs/decisions/009-import.md.`,
    file: 'bench-import.md',
    run: (isQuick) => withBenchCluster((cluster) => importBench(cluster, isQuick)),
  },
  search: {
    title: 'How long a search takes, from one prefecture to the whole country',
    how: `One question after the other, without HTTP, through
the graph with one statement each, PostgreSQL on the same machine; medians of 9 answers after one that does not count. The
facilities with one office each are made in the database and are invented. What grows is the number of hits: a word that every eighth facility has in its name is ranked before twenty are
shown. What is told by an index (a name, a number, a circle, the next page) stays where it was.`,
    file: 'bench-search.md',
    run: (isQuick) => withBenchCluster((cluster) => searchBench(cluster, isQuick)),
  },
  assignment: {
    title: 'How long it takes to say who goes where, beside a general solver',
    how: `Each instance solved by Yui (docs/decisions/016-assignment.md),
its proof checked by the checker alone, then given to HiGHS 1.15 (npm \`highs\`, WebAssembly, one thread, at most 300 s) as a
mixed-integer program of the same classes. Processor time, because others use the machine at the same time; read the ratios,
not the seconds. The instances are invented and come from seeds (tests/support/assignment-problems.ts). "Left over" are
persons, km the ways of all persons together.`,
    file: 'bench-assignment.md',
    run: assignmentBench,
  },
}
const OPTIONS = ['--quick', '--write']

// npm run bench [part …]: the portal's reads beside others', imports and searches, each measured in one run on one
// machine. --quick for a first look, --write to put the tables into docs. Exit code 1 when a target is missed.
await runTask(async () => {
  listenForStop()
  const given = process.argv.slice(2)
  const unknown = given.find((word) => !OPTIONS.includes(word) && !(word in PARTS))
  if (unknown) {
    throw new Refusal(
      `${unknown} という指定はありません。使えるのは ${[...Object.keys(PARTS), ...OPTIONS].join('、')} です`,
      'unknown option',
    )
  }
  const wanted = Object.entries(PARTS).filter(([name]) => given.includes(name))
  let passed = true
  try {
    await step('プログラムを用意しています', generatePrismaClient)
    for (const [name, part] of wanted.length > 0 ? wanted : Object.entries(PARTS)) {
      const result = await part.run(given.includes('--quick'))
      console.log(`\n${result.markdown}\n`)
      if (given.includes('--write')) write(name, part, result.markdown, given.includes('--quick'))
      passed &&= result.passed ?? true
    }
    return passed ? 0 : 1
  } catch (error) {
    if (!stopRequest.aborted) throw error
    return 1
  }
})

async function withBenchCluster<T>(work: (cluster: Cluster) => Promise<T>): Promise<T> {
  const cluster = await step('データベースを起動しています', openBenchCluster)
  try {
    return await work(cluster)
  } finally {
    await cluster.stop()
  }
}

function write(name: string, part: Part, markdown: string, isQuick: boolean): void {
  const file = path.join(projectRoot, 'docs', part.file)
  const [, others = ''] =
    part.keeps && fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split(part.keeps) : []
  const [cpu] = os.cpus()
  const command = `npm run bench -- ${name}${isQuick ? ' --quick' : ''} --write`
  const load = (os.loadavg()[2] ?? 0).toFixed(1)
  fs.writeFileSync(
    file,
    `# ${part.title}

Written by \`${command}\` on ${new Date().toISOString().slice(0, 10)}: Node ${process.versions.node}, ${os.cpus().length} × ${cpu?.model.trim()},
load average ${load} over the last 15 minutes. ${part.how}

${markdown}
${others && `\n${others}`}`,
  )
  say(`${path.relative(projectRoot, file)} に書きました`)
}
