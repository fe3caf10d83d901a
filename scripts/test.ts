import { parseArgs } from 'node:util'
import { installed, run } from './commands.ts'
import { buildWeb } from './generate.ts'
import { Refusal, runTask } from './refusal.ts'
import { listenForStop } from './stop-request.ts'
import { checks, generation } from './testing/checks.ts'
import { ensureChromium } from './testing/chromium.ts'
import { close, runStages, type Stage, type Tally } from './testing/stages.ts'
import { playwright, vitest } from './testing/suites.ts'
import { withTestServer } from './testing/test-server.ts'
import { printedSchemaStage } from './schema.ts'

const parts = ['check', 'unit', 'db', 'start', 'e2e'] as const
type Part = (typeof parts)[number]

function readArguments(): { only: Part | undefined; filters: string[] } {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } })
  const only = parts.find((part) => part === values.only)
  if (values.only && !only) {
    throw new Refusal(`--only は ${parts.join('、')} のどれかです`, `--only is one of ${parts.join(', ')}`)
  }
  return { only, filters: positionals }
}

/** The tables the migrations make must be the ones the models declare. */
function migrationDrift(serverUrl: string): Stage {
  return {
    name: 'migrations',
    async run() {
      const compare = [
        'migrate',
        'diff',
        '--from-migrations',
        'prisma/migrations',
        '--to-schema',
        'prisma',
        '--exit-code',
      ]
      const { code, output } = await run([installed('prisma'), ...compare], {
        env: { DATABASE_URL: serverUrl },
      })
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output }
    },
  }
}

const webBuild: Stage = {
  name: 'build',
  async run() {
    await buildWeb()
    return { passed: 1, failed: 0, output: '' }
  },
}

/** One after the other: each part has the machine to itself, so that its times mean something. */
async function runParts(serverUrl: string, only: Part | undefined, filters: string[]): Promise<Tally> {
  const env = { YUI_TEST_SERVER_URL: serverUrl }
  const wanted = (part: Part) => only === undefined || only === part
  const stages: Stage[] = [generation]
  if (wanted('check')) stages.push(migrationDrift(serverUrl), printedSchemaStage, ...checks)
  // Before the long parts: a portal that cannot be built, or has grown too large, is known in a minute.
  if (wanted('start') || wanted('e2e')) stages.push(webBuild)
  if (wanted('unit')) stages.push(vitest('unit', ['unit'], { filters, env }))
  if (wanted('db')) stages.push(vitest('database', ['db', 'db-own-graph', 'prove'], { filters, env }))
  if (wanted('e2e')) {
    // Pictures and traces are for whoever works on a page; the whole run, which nobody looks at, goes without them.
    const looking = only === 'e2e' ? { YUI_SCREENS: process.env.YUI_SCREENS ?? 'test-results/screens' } : {}
    const browser = (name: string, chosen: string[]): Stage => ({
      name,
      run: async () =>
        playwright(name, chosen, { ...env, ...looking, CHROMIUM_PATH: await ensureChromium() }).run(),
    })
    if (filters.length > 0) stages.push(browser('browser', filters))
    // Looking through every page changes nothing, so two can look at a time; what people do is done one after the other.
    else {
      stages.push(
        browser('browser', ['^(?!.*every-page).*spec']),
        browser('every page', ['every-page', '--fully-parallel', '--workers=2']),
      )
    }
  }
  if (wanted('start')) stages.push(vitest('start', ['start'], { filters }))
  return runStages(stages, 1)
}

// npm test: everything, on its own PostgreSQL; ends with one line "N passed, N failed".
await runTask(async () => {
  listenForStop()
  const { only, filters } = readArguments()
  const total = await withTestServer((serverUrl) => runParts(serverUrl, only, filters))
  return close(total)
})
