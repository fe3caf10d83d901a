import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../scripts/project.ts'

interface Violation {
  rule: { name: string }
  from: string
  to: string
}

interface Cruise {
  totalCruised: number
  violations: Violation[]
  ruleSetUsed: { forbidden: { name: string }[] }
}

/** Runs dependency-cruiser with the project's own rules, as `npm run check` does, in the given folder. */
async function cruise(folder: string, ...starts: string[]): Promise<Cruise> {
  const program = path.join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const config = path.join(projectRoot, '.dependency-cruiser.mjs')
  const args = [program, '--config', config, '--output-type', 'json', ...starts]
  const options = { cwd: folder, maxBuffer: 100_000_000 }
  const { stdout } = await promisify(execFile)(process.execPath, args, options)
  return (JSON.parse(stdout) as { summary: Cruise }).summary
}

describe('the imports of the project', () => {
  it('break no rule, and every file was looked at', async () => {
    const folders = ['api/src', 'web/src', 'scripts', 'prisma', 'tests']
    const { totalCruised, violations } = await cruise(projectRoot, ...folders)
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
    // With a TypeScript that it cannot read, dependency-cruiser cruises nothing and is content.
    expect(totalCruised).toBeGreaterThan(90)
  })
})

/** A small project that keeps every rule: file → what it imports. */
const model: Record<string, string[]> = {
  'api/src/server.ts': ['./schema.ts', './kernel/http/serve.ts'],
  'api/src/schema.ts': ['./modules/registry/schema.ts', './modules/platforms/schema/platform.ts'],
  'api/src/kernel/http/serve.ts': ['../verdict.ts'],
  'api/src/kernel/graphql/builder.ts': ['../verdict.ts'],
  'api/src/kernel/command.ts': ['./audit.ts', './verdict.ts'],
  'api/src/kernel/audit.ts': ['./verdict.ts'],
  'api/src/kernel/verdict.ts': [],
  'api/src/modules/identity/public.ts': ['../../kernel/command.ts', '../notifications/public.ts'],
  'api/src/modules/identity/fixtures.ts': ['./public.ts'],
  'api/src/modules/registry/schema.ts': [
    './commands/confirm-facility.ts',
    './queries.ts',
    '../../kernel/graphql/builder.ts',
  ],
  'api/src/modules/registry/queries.ts': ['./policy.ts'],
  'api/src/modules/registry/policy.ts': [
    '../../kernel/verdict.ts',
    './rules.ts',
    'type ../../kernel/command.ts',
  ],
  'api/src/modules/registry/rules.ts': ['../../kernel/verdict.ts'],
  'api/src/modules/registry/events.ts': ['../../kernel/verdict.ts'],
  'api/src/modules/registry/commands/confirm-facility.ts': [
    '../policy.ts',
    '../events.ts',
    '../../identity/public.ts',
    '../../../kernel/command.ts',
  ],
  'api/src/modules/registry/commands/confirm-facility.db.test.ts': [
    './confirm-facility.ts',
    '../../identity/fixtures.ts',
    '../../../../../tests/support/database.ts',
  ],
  'api/src/modules/platforms/public.ts': ['../registry/events.ts'],
  'api/src/modules/platforms/schema/platform.ts': ['../../../kernel/graphql/builder.ts'],
  'api/src/modules/training/public.ts': ['../platforms/public.ts'],
  'api/src/modules/notifications/public.ts': ['../../kernel/command.ts'],
  'api/src/modules/audit/public.ts': ['../training/public.ts'],
  'scripts/start.ts': ['../api/src/server.ts'],
  'prisma/seed.ts': ['../api/src/modules/identity/fixtures.ts'],
  'tests/support/database.ts': ['../../scripts/start.ts'],
  'web/src/app/main.tsx': ['../routes/home/page.tsx'],
  'web/src/routes/home/page.tsx': ['../../features/platforms/List.tsx'],
  'web/src/features/platforms/List.tsx': ['../registry/Card.tsx', '../../generated/graphql.ts'],
  'web/src/features/registry/Card.tsx': ['../../ui/Button.tsx'],
  'web/src/ui/Button.tsx': ['../lib/dates.ts'],
  'web/src/lib/dates.ts': [],
  'web/src/generated/graphql.ts': [],
}

/** One violation per rule: the rule → a new file and what it wrongly imports. */
const planted: Record<string, [file: string, imported: string]> = {
  'kernel-is-leaf': ['api/src/kernel/planted.ts', '../modules/registry/rules.ts'],
  'pure-stays-pure': ['api/src/modules/registry/rules/planted.ts', '../../../kernel/command.ts'],
  'shared-rules-alone': ['api/src/modules/intake/rules/planted.ts', '../../../kernel/verdict.ts'],
  'transport-on-top': ['api/src/modules/registry/public.ts', '../../kernel/graphql/builder.ts'],
  'one-door': ['api/src/modules/platforms/planted.ts', '../registry/rules.ts'],
  'tier-1': ['api/src/modules/identity/planted.ts', '../platforms/public.ts'],
  'tier-2': ['api/src/modules/platforms/reactions.ts', '../training/public.ts'],
  'tier-3': ['api/src/modules/training/reactions.ts', '../audit/public.ts'],
  'tier-4': ['api/src/modules/intake/reactions.ts', '../audit/public.ts'],
  'commands-apart': ['api/src/modules/registry/commands/planted.ts', './confirm-facility.ts'],
  'schema-writes-nothing': ['api/src/modules/platforms/schema/planted.ts', '../../../kernel/audit.ts'],
  'web-layers': ['web/src/ui/Planted.tsx', '../features/registry/Card.tsx'],
  'web-ui-plain': ['web/src/ui/Other.tsx', '../generated/graphql.ts'],
  'web-lib-lowest': ['web/src/lib/planted.ts', '../ui/Button.tsx'],
  'web-features-below': ['web/src/features/registry/Planted.tsx', '../../routes/home/page.tsx'],
  'web-features-apart': ['web/src/features/registry/Other.tsx', '../platforms/List.tsx'],
  'web-without-api': ['web/src/routes/home/planted.tsx', '../../../../api/src/kernel/verdict.ts'],
  'api-stands-alone': ['api/src/planted.ts', '../../scripts/start.ts'],
  'tests-not-shipped': ['api/src/modules/identity/planted-too.ts', './fixtures.ts'],
  'no-cycle': ['api/src/modules/training/planted.ts', './planted.ts'],
  'no-orphan': ['api/src/modules/training/left-over.ts', ''],
}

describe('the import rules', () => {
  let folder: string
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yui-imports-'))
    fs.writeFileSync(path.join(folder, 'tsconfig.json'), '{ "compilerOptions": { "module": "nodenext" } }')
  })
  afterAll(() => fs.rmSync(folder, { recursive: true }))

  function write(file: string, imported: string[]): void {
    const lines = imported.map((what) =>
      what.startsWith('type ') ? `import type { T } from '${what.slice(5)}'` : `import '${what}'`,
    )
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    fs.writeFileSync(path.join(folder, file), `${lines.join('\n')}\nexport type T = 1\n`)
  }

  it('let a project pass that keeps them', async () => {
    for (const [file, imported] of Object.entries(model)) write(file, imported)
    const { totalCruised, violations } = await cruise(folder, 'api', 'web', 'scripts', 'prisma', 'tests')
    expect(violations).toEqual([])
    expect(totalCruised).toBe(Object.keys(model).length)
  })

  it('each have their planted violation, which they find, and nothing else', async () => {
    for (const [file, imported] of Object.values(planted)) write(file, imported ? [imported] : [])
    const { violations, ruleSetUsed } = await cruise(folder, 'api', 'web', 'scripts', 'prisma', 'tests')
    const found = violations.map(({ rule, from }) => `${rule.name}: ${from}`)
    const expected = Object.entries(planted).map(([rule, [file]]) => `${rule}: ${file}`)
    expect(found.toSorted()).toEqual(expected.toSorted())
    const rules = ruleSetUsed.forbidden.map(({ name }) => name)
    expect(rules.toSorted()).toEqual(Object.keys(planted).toSorted())
  })
})
