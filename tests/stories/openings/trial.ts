import { execute, isNonNullType, parse, type GraphQLSchema } from 'graphql'
import pg from 'pg'
import { systemClock } from '../../../api/src/kernel/clock.ts'
import { createDb, createReadPool } from '../../../api/src/kernel/db.ts'
import type { GraphContext } from '../../../api/src/kernel/graphql/context.ts'
import { globalId, type ModelName } from '../../../api/src/kernel/ids.ts'
import type { RoleName, Viewer } from '../../../api/src/kernel/viewer.ts'
import { readTables as readModels } from '../../architecture/ownership.ts'
import { readSources } from '../../architecture/sources.ts'
import { freshDatabase } from '../../support/database.ts'
import { attemptEverything, type Attempted, type Outcome } from './attempts.ts'
import { signInAs } from './people.ts'
import { idsByName } from './query-arguments.ts'
import { fingerprints, readTables, type Table } from './tables.ts'
import { looksThrough, type Look } from './walk.ts'
import { writeWorld, type World } from './world.ts'

/** What a viewer saw in one look. */
export interface Sight {
  readonly look: Look
  /** Private tables of the others of which a record or a word was in the answer. */
  readonly tables: readonly string[]
  /** Codes of the answer's errors. */
  readonly codes: readonly string[]
}

/** An attempt, and the tables that were different after it. */
export interface Attempt extends Attempted {
  readonly changed: readonly string[]
}

export interface TrialOptions {
  readonly schema: GraphQLSchema
  /** Tables that anybody may read. */
  readonly publicTables: ReadonlySet<string>
  /** Values of input fields, by name, that a made-up value does not fit. */
  readonly inputs: Readonly<Record<string, unknown>>
  /** Required arguments of queries, by `Query.field.argument`, that are no id. */
  readonly queryArguments: Readonly<Record<string, string>>
}

const models = readModels(readSources('prisma/models'))
const tableOf = (model: string) => models.find((entry) => entry.model === model)?.table ?? ''

/** Two worlds in one database: the others', whose affairs must stay theirs, and the strangers' own. */
export async function openTrial({ schema, publicTables, inputs, queryArguments }: TrialOptions) {
  const url = await freshDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const db = createDb(url, 2)
  const readPool = createReadPool(url, 2)
  const tables = await readTables(client)
  const theirs = await writeWorld(client, tables, '062014')
  const own = await writeWorld(client, tables, '062022')

  const contextOf = (viewer: Viewer): GraphContext => ({
    viewer,
    clock: systemClock,
    readPool,
    db,
    requestId: 'openings',
  })
  const theirId = (model: string) => idIn(theirs, tables, model)
  const theirIds = models.filter(({ table }) => theirs.rows.has(table)).map(({ model }) => theirId(model))

  /** Signs somebody in who has one role in one of the worlds. */
  const somebody = (world: 'theirs' | 'own', role: RoleName): Promise<Viewer> =>
    signInAs(readPool, world === 'own' ? own : theirs, role, systemClock.now())

  const lookUps: Look[] = [
    ...theirIds.map((id) => ({ name: `node ${id}`, document: `{ node(id: "${id}") { id } }`, reads: [] })),
    // As many at once as may be asked for.
    ...Array.from({ length: Math.ceil(theirIds.length / 100) }, (_, n) => ({
      name: `nodes ${n + 1}`,
      document: `{ nodes(ids: ${JSON.stringify(theirIds.slice(n * 100, (n + 1) * 100))}) { id } }`,
      reads: ['Query.node', 'Query.nodes'],
    })),
  ]
  const wanting = (wishes: 'true' | null) =>
    looksThrough(schema, (path, { name, type }, leadsTo) => {
      const given = queryArguments[`${path}.${name}`]
      if (given !== undefined) return given
      const named = idsByName[`${path}.${name}`] ?? idsByName[name]
      if (named) return JSON.stringify(theirId(named))
      // From before the world was made to long after.
      if (type.toString() === 'Date!') return name === 'since' ? '"2019-01-01"' : '"2098-12-31"'
      if (type.toString() === 'ID!') return JSON.stringify(theirId(leadsTo))
      if (isNonNullType(type)) throw new Error(`The test must be told what ${path} takes as ${name}`)
      return type.toString() === 'Boolean' ? wishes : null
    })
  // Once as asked by default, and once with every wish granted: "past ones too", "all of them".
  const all = [...lookUps, ...wanting(null), ...wanting('true')]
  const looks = [...new Map(all.map((look) => [look.document, look])).values()]

  /** What gives a private record of the others away: its words and its id. */
  const isPublic = (name: string) => publicTables.has(name.replace(/ again$/, ''))
  // A key of public data that a private record refers to gives nothing away.
  const publicWords = new Set(
    [...theirs.words, ...own.words].flatMap(([name, words]) => (isPublic(name) ? words : [])),
  )
  const marks = [...theirs.words]
    .filter(([name]) => !isPublic(name))
    .map(([table, all]) => {
      const words = all.filter((word) => !publicWords.has(word))
      const model = models.find((entry) => entry.table === table)?.model
      return [table, model ? [...words, theirId(model)] : words] as const
    })

  async function sightsOf(viewer: Viewer): Promise<Sight[]> {
    const sights: Sight[] = []
    for (const look of looks) {
      const { data, errors = [] } = await execute({
        schema,
        document: parse(look.document),
        contextValue: contextOf(viewer),
      })
      const text = JSON.stringify(data ?? null)
      sights.push({
        look,
        tables: marks
          .filter(([, given]) => given.some((mark) => text.includes(mark)))
          .map(([table]) => table),
        codes: errors.map(({ message, extensions: { code } }) => (typeof code === 'string' ? code : message)),
      })
    }
    return sights
  }

  async function attempt(viewer: Viewer, mutation: string, input: object): Promise<Outcome> {
    const { data, errors } = await execute({
      schema,
      document: parse(
        `mutation ($input: ${capitalized(mutation)}Input!) { ${mutation}(input: $input) {
          __typename ... on ValidationProblem { issues { path code message } } ... on RuleProblem { code }
        } }`,
      ),
      variableValues: { input },
      contextValue: contextOf(viewer),
    })
    const [error] = errors ?? []
    if (error) {
      const { code, reason } = error.extensions as { code?: string; reason?: string }
      return { code: code ?? error.message, reason }
    }
    const result = (data ?? {})[mutation] as { __typename: string; issues?: Outcome['issues'] } | undefined
    return { typename: result?.__typename, issues: result?.issues }
  }

  const accepts = new Map<string, readonly string[]>()

  async function attemptsOf(viewer: Viewer, mutation: string): Promise<Attempt[]> {
    const before = await fingerprints(client, tables)
    const attempted = await attemptEverything(schema, mutation, {
      ids: theirIds,
      examples: inputs,
      accepts: viewer.userId ? accepts : new Map(),
      attempt: (name, input) => attempt(viewer, name, input),
    })
    // Looked at once, not after each of hundreds of attempts: whoever changed something, the mutation is open.
    const after = await fingerprints(client, tables)
    const changed = Object.keys(after)
      .filter((table) => before[table] !== after[table])
      .toSorted()
    return attempted.map((each) => ({ ...each, changed }))
  }

  /** The others' records as they stand now. */
  async function theirRecords(): Promise<unknown[]> {
    const found: unknown[] = []
    for (const { name, key } of tables) {
      const row = theirs.rows.get(name)
      const where = key.map((column, index) => `t."${column}" = $${index + 1}`).join(' and ')
      if (row)
        found.push(
          (
            await client.query(
              `select to_jsonb(t) from "${name}" as t where ${where}`,
              key.map((column) => row[column]),
            )
          ).rows,
        )
    }
    return found
  }

  async function close(): Promise<void> {
    await client.end()
    await db.$disconnect()
    await readPool.end()
  }

  return { looks, somebody, sightsOf, attemptsOf, theirRecords, close }
}

export type Trial = Awaited<ReturnType<typeof openTrial>>

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** The Relay id of a world's record of a kind. */
function idIn(world: World, tables: readonly Table[], model: string): string {
  const name = tableOf(model)
  const key = tables.find((table) => table.name === name)?.key[0] ?? ''
  return globalId(model as ModelName, String(world.rows.get(name)?.[key]))
}
