import { installed, run } from '../commands.ts'
import { generatePrismaClient, generateWebTypes } from '../generate.ts'
import type { Stage } from './stages.ts'
import { vitest } from './suites.ts'

/** A program that passes or fails as a whole. */
function check(name: string, command: string[]): Stage {
  return {
    name,
    async run() {
      const { code, output } = await run(command)
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output }
    },
  }
}

/** What the checks below read and no commit holds. */
export const generation: Stage = {
  name: 'generated types',
  async run() {
    await generatePrismaClient()
    await generateWebTypes()
    return { passed: 1, failed: 0, output: '' }
  },
}

const sources = ['api/src', 'web/src', 'scripts', 'prisma', 'tests']

/** What it found out is kept beside the packages: the next run looks at what has changed since. */
const types =
  '--noEmit -p tsconfig.json --incremental --tsBuildInfoFile node_modules/.cache/types.tsbuildinfo'

/** Everything that can be said about the code without running it; needs no database. The longest come first. */
export const checks: Stage[] = [
  check('format', [installed('oxfmt'), '--check']),
  check('lint', [installed('oxlint'), '--type-aware']),
  vitest('architecture', ['architecture']),
  check('imports', [installed('depcruise'), ...sources, '--output-type', 'err-long']),
  check('types', [installed('tsc'), ...types.split(' ')]),
  check('unused', [installed('knip')]),
]
