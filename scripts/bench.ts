import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { judge, render, type Measurement } from '../tests/bench/report.ts'
import { efforts, runBench, type Effort } from '../tests/bench/run.ts'
import { generatePrismaClient } from './generate.ts'
import { say, step } from './progress.ts'
import { projectRoot } from './project.ts'
import { Refusal, runTask } from './refusal.ts'
import { listenForStop, stopRequest } from './stop-request.ts'

const OPTIONS = ['--quick', '--write']
const SIZE = 'large'

// npm run bench: the portal's reads beside others', in one run on one machine. --quick for a first look, --write to
// put the tables into docs/bench.md. Exit code 1 when a target is missed.
await runTask(async () => {
  listenForStop()
  const options = process.argv.slice(2)
  const unknown = options.find((option) => !OPTIONS.includes(option))
  if (unknown) {
    throw new Refusal(
      `${unknown} という指定はありません。使えるのは ${OPTIONS.join(' と ')} です`,
      'unknown option',
    )
  }
  const effort = options.includes('--quick') ? efforts.quick : efforts.full
  try {
    await step('プログラムを用意しています', generatePrismaClient)
    const measurements = await runBench(SIZE, effort)
    console.log(`\n${render(measurements)}\n`)
    if (options.includes('--write')) write(measurements, effort)
    return judge(measurements).every(({ passed }) => passed) ? 0 : 1
  } catch (error) {
    if (!stopRequest.aborted) throw error
    return 1
  }
})

function write(measurements: readonly Measurement[], effort: Effort): void {
  const file = path.join(projectRoot, 'docs', 'bench.md')
  // What was measured in other ways stands below and stays.
  const [, others = ''] = fs.readFileSync(file, 'utf8').split(/^(?=## The public directory$)/m)
  const [cpu] = os.cpus()
  const day = new Date().toISOString().slice(0, 10)
  fs.writeFileSync(
    file,
    `# How fast the portal reads, beside others

Written by \`npm run bench -- --write\` on ${day}: Node ${process.versions.node}, ${os.cpus().length} × ${cpu?.model.trim()},
load generator, servers and PostgreSQL on the same machine. ${effort.connections} connections; ${effort.rounds} rounds of ${effort.seconds} s, contestants taking turns;
medians of the rounds, extremes in brackets. What is compared, and how to read it: docs/decisions/008-bench.md.

${render(measurements)}
${others && `\n${others}`}`,
  )
  say(`${path.relative(projectRoot, file)} に書きました`)
}
