import { defineConfig } from 'vitest/config'

const everywhere = ['api/src', 'web/src', 'tests', 'scripts', 'prisma']
const named = (suffix: string) => everywhere.map((folder) => `${folder}/**/*.${suffix}`)
const elsewhere = ['tests/architecture/**', 'tests/start/**', 'tests/e2e/**', 'tests/bench/rivals/**']

// Vite would take graphql's ESM build for our imports while installed packages take the CommonJS one, as all of Node
// does; two copies do not know each other's types.
const oneGraphql = { resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] } }

// Generous: a slow machine is no failure, only a test that never ends is.
const alone = { setupFiles: ['tests/support/no-console-error.ts'], testTimeout: 30_000 }
const onDatabase = {
  globalSetup: ['tests/support/database-setup.ts'],
  setupFiles: ['tests/support/no-console-error.ts', 'tests/support/database-env.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
}

// Test files of the product's own graph share its modules, which takes half the time; those which declare a graph of
// their own cannot.
const ownGraph = [
  'api/src/kernel/**/*.db.test.ts',
  'api/src/modules/**/routes.db.test.ts',
  'tests/stories/meeting-files.db.test.ts',
  'tests/stories/open-shelters.db.test.ts',
]

// A file's name says what it needs: *.test.ts nothing, *.db.test.ts a database,
// *.prove.test.ts a database and, in `npm run prove`, time.
export default defineConfig({
  test: {
    projects: [
      {
        ...oneGraphql,
        test: {
          ...alone,
          name: 'unit',
          include: named('test.{ts,tsx}'),
          exclude: ['**/node_modules/**', ...elsewhere, '**/*.db.test.ts', '**/*.prove.test.ts'],
        },
      },
      {
        ...oneGraphql,
        test: {
          ...onDatabase,
          name: 'db',
          include: named('db.test.ts'),
          exclude: ['**/node_modules/**', ...elsewhere, ...ownGraph],
          isolate: false,
        },
      },
      {
        ...oneGraphql,
        test: { ...onDatabase, name: 'db-own-graph', include: ownGraph },
      },
      {
        ...oneGraphql,
        test: { ...onDatabase, name: 'prove', include: named('prove.test.ts'), testTimeout: 3_600_000 },
      },
      {
        ...oneGraphql,
        test: {
          ...alone,
          name: 'architecture',
          include: ['tests/architecture/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'start',
          include: ['tests/start/**/*.test.ts'],
          testTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
