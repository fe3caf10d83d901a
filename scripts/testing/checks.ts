import { installed, run } from '../commands.ts'
import type { Stage } from './stages.ts'
import { vitest } from './suites.ts'

/** A program that passes or fails as a whole. */
function check(name: string, command: string[]): Stage {
  return {
    name,
    async run() {
      const { code, output } = await run(command, { env: { FORCE_COLOR: process.stdout.isTTY ? '1' : '0' } })
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output }
    },
  }
}

const sources = ['api/src', 'web/src', 'scripts', 'prisma', 'tests']

/** Everything that can be said about the code without running it; needs no database. */
export const checks: Stage[] = [
  check('format', [installed('oxfmt'), '--check']),
  check('lint', [installed('oxlint'), '--type-aware']),
  check('types', [installed('tsc'), '--noEmit', '-p', 'tsconfig.json']),
  check('imports', [installed('depcruise'), ...sources, '--output-type', 'err-long']),
  check('unused', [installed('knip')]),
  vitest('architecture', ['architecture']),
]
