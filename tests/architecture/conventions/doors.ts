import { findInCode, isFixture, isTest, type Source } from '../sources.ts'
import { file, type Convention } from './convention.ts'

// The ways to the database, each through one door.

const inApi = (sources: readonly Source[], ...doors: string[]) =>
  sources.filter(
    ({ path }) =>
      path.startsWith('api/src/') &&
      !isTest(path) &&
      !isFixture(path) &&
      !doors.some((door) => path.startsWith(door)),
  )

/** Files and folders besides the read path that ask the database themselves, and why each may. */
export const ownQuestions: Readonly<Record<string, string>> = {
  'api/src/kernel/audit.ts': 'appends the audit and event rows of a command through their SQL function',
  'api/src/kernel/idempotency.ts': 'claims a key inside the command that it protects',
  'api/src/kernel/command.ts': 'locks the ledger for a command that lost against others twice',
  'api/src/kernel/audit-verify.ts': 'computes the whole chain anew, for operators and not for the graph',
  'api/src/modules/identity/authentication/lock-out.ts':
    'counts a wrong password in one statement, before anybody is signed in',
  'api/src/modules/registry/commands/erase-old-contacts.ts': 'takes keys out of JSON, which Prisma cannot',
  'api/src/modules/registry/import/':
    'compares and writes tens of thousands of rows in the database, inside its commands and the worker',
  'api/src/kernel/lock.ts': 'holds rows for commands and reads nothing',
  'api/src/kernel/jobs/': 'the queue’s own tables, of the worker and not of the graph',
  'api/src/modules/registry/matching/':
    'compares and moves many rows at once, inside the command that does it and never on behalf of the graph',
  'api/src/modules/registry/absorbing.ts': 'moves rows of a known list of tables inside a merging command',
  'api/src/modules/readiness/designations.ts':
    'compares published lists with facts as one set, one run at a time',
  'api/src/modules/readiness/queries/statement.ts':
    'reads the same scores inside another module’s transaction',
}

export const question =
  /\$(?:queryRaw|executeRaw)(?:Unsafe)?\b|\b(?:readPool|pool|client)\.(?:query|connect)\(/g

export const doors: Convention[] = [
  {
    name: 'only the command runner opens a write transaction',
    because: 'Outside it a write would be unaudited and half-done on a fault.',
    check: (sources) =>
      findInCode(
        inApi(sources, 'api/src/kernel/command.ts'),
        /\.\$transaction\b|\bquery\(\s*['"`]\s*begin\b(?![^'"`]*read only)/gi,
        ([found]) => `opens a transaction: ${found}`,
      ),
    broken: [
      file('api/src/modules/registry/queries.ts', 'await db.$transaction(async (tx) => {})'),
      file('api/src/kernel/read/run.ts', "await client.query('BEGIN isolation level serializable')"),
    ],
    kept: [
      file('api/src/kernel/command.ts', 'await db.$transaction(work)'),
      file(
        'api/src/kernel/audit-verify.ts',
        "await client.query('begin isolation level repeatable read read only')",
      ),
      file('api/src/modules/registry/queries.ts', '// never opens a $transaction'),
    ],
  },
  {
    name: 'only the read path asks the database on behalf of the graph',
    because:
      'Anywhere else visibility would be one forgotten line away. Exceptions are listed with their reason.',
    check: (sources) =>
      findInCode(
        inApi(sources, 'api/src/kernel/read/', ...Object.keys(ownQuestions)),
        question,
        ([found]) => `asks the database itself: ${found}`,
      ),
    broken: [
      file('api/src/modules/registry/schema.ts', 'const { rows } = await context.readPool.query(sql)'),
      file('api/src/modules/identity/queries.ts', 'await db.$queryRaw`select 1`'),
    ],
    kept: [file('api/src/kernel/read/run.ts', 'await context.readPool.query(sql)')],
  },
  {
    name: 'a mutation is added with mutation(command) only',
    because: 'It binds the field to a command: policy, audit and the three problems come with it.',
    check: (sources) =>
      findInCode(
        inApi(sources, 'api/src/kernel/graphql/'),
        /\.(?:mutationFields?|mutationType)\(/g,
        ([found]) => `adds a mutation by hand: ${found}`,
      ),
    broken: [file('api/src/modules/registry/schema.ts', "builder.mutationField('x', (t) => t.boolean({}))")],
    kept: [file('api/src/kernel/graphql/mutation.ts', 'builder.mutationField(name, define)')],
  },
  {
    name: 'a query is added with the read path only',
    because: 'It compiles the whole selection with each model’s visibleTo inside.',
    check: (sources) =>
      findInCode(
        inApi(sources, 'api/src/kernel/'),
        /\.(?:queryFields?|queryType|objectType|objectFields?|prismaObject)\((?!\s*Viewer(?:Ref)?\b)/g,
        ([found]) => `declares a type or query by hand: ${found}`,
      ),
    broken: [file('api/src/modules/registry/schema.ts', "builder.queryField('all', (t) => t.string({}))")],
    kept: [
      file('api/src/modules/registry/schema.ts', "query.list('facilities', { model: 'Facility' })"),
      file('api/src/modules/identity/schema.ts', "builder.objectField(Viewer, 'name', define)"),
    ],
  },
  {
    name: 'the time comes from the clock',
    because: 'Rules count in days of Japan and tests set the day; `new Date()` is neither.',
    check: (sources) =>
      findInCode(
        inApi(sources, 'api/src/kernel/clock.ts', 'api/src/kernel/').filter(({ path }) =>
          /\/modules\/[^/]+\/(commands\/|rules|policy|queries|schema|reactions|public)/.test(path),
        ),
        /\bnew Date\(\)|\bDate\.now\(\)/g,
        ([found]) => `reads the machine’s time: ${found}`,
      ),
    broken: [file('api/src/modules/identity/commands/end-role.ts', 'const today = new Date()')],
    kept: [file('api/src/modules/identity/commands/end-role.ts', 'run: ({ now }) => now')],
  },
]
