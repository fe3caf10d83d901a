import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { installed, run, type Outcome } from '../commands.ts'
import type { Stage, StageResult } from './stages.ts'

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number }
}

export interface VitestOptions {
  /** Only test files whose path contains one of these. */
  filters?: string[]
  env?: NodeJS.ProcessEnv
  /** Called with every line that states the figure of a promise. */
  onPromise?: (line: string) => void
}

/** The vitest projects of these names, in one run. */
export function vitest(
  name: string,
  projects: string[],
  { filters = [], env, onPromise }: VitestOptions = {},
): Stage {
  return {
    name,
    run: () =>
      withReport(async (file) => {
        const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
        const chosen = projects.map((project) => `--project=${project}`)
        const onOutput = onPromise && ((text: string) => text.match(/^promise .*$/gm)?.forEach(onPromise))
        const outcome = await run([installed('vitest'), 'run', ...chosen, ...reporters, ...filters], {
          env,
          onOutput,
        })
        const report = readReport(file) as VitestReport | undefined
        if (!report) return broken(outcome)
        // A file that does not even load reports no test of its own.
        const unloaded = report.testResults.filter(
          ({ status, assertionResults }) =>
            status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
        )
        return result(outcome, report.numPassedTests, report.numFailedTests + unloaded.length)
      }),
  }
}

/** The browser tests. */
export function playwright(name: string, filters: string[], env: NodeJS.ProcessEnv): Stage {
  return {
    name,
    run: () =>
      withReport(async (file) => {
        const outcome = await run([installed('playwright'), 'test', '--reporter=list,json', ...filters], {
          env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
        })
        const report = readReport(file) as PlaywrightReport | undefined
        if (!report) return broken(outcome)
        return result(outcome, report.stats.expected, report.stats.unexpected + report.stats.flaky)
      }),
  }
}

/** A run that ends badly without naming a failed test has failed all the same. */
function result({ code, output }: Outcome, passed: number, failed: number): StageResult {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, output: withoutSuccesses(output) }
}

/** Whoever reads a report of failures has no use for the hundreds of lines that tell of success. */
function withoutSuccesses(output: string): string {
  const success = /^\s*(\S\[\d+m)*\s*✓/
  return output
    .split('\n')
    .filter((text) => !success.test(text))
    .join('\n')
}

function broken({ output }: Outcome): StageResult {
  return { passed: 0, failed: 1, output }
}

async function withReport(work: (file: string) => Promise<StageResult>): Promise<StageResult> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yui-report-'))
  try {
    return await work(path.join(folder, 'report.json'))
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

function readReport(file: string): unknown {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined
}
