import { graphql, type ExecutionResult } from 'graphql'
import { afterAll } from 'vitest'
import { createDb, createReadPool, type Db } from '../../api/src/kernel/db.ts'
import { onStatement } from '../../api/src/kernel/read/execute.ts'
import { guest, type Viewer } from '../../api/src/kernel/viewer.ts'
import { schema } from '../../api/src/schema.ts'
import { testDatabase } from './database.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- the shape of an answer is the document's, which the test states
type Data = any

export interface Question {
  readonly variables?: Readonly<Record<string, unknown>>
  /** Nobody, unless said otherwise. */
  readonly viewer?: Viewer
  /** The moment of asking; the sample year's day unless said otherwise. */
  readonly now?: Date
}

export interface TestGraph {
  readonly db: Db
  /** Asks and answers everything, errors too. */
  readonly request: (document: string, question?: Question) => Promise<ExecutionResult<Data>>
  /** Asks; an error of the graph fails the test with document, variables and error. */
  readonly ask: (document: string, question?: Question) => Promise<Data>
  /** Statements the read path ran since this was called. */
  readonly countStatements: () => { readonly end: () => number }
}

/** 23 November 2026, noon in Japan: the day on which the project's tests stand. */
export const TODAY = new Date('2026-11-23T03:00:00Z')

/** The whole graph on a database of the tests, without HTTP. */
export async function openTestGraph(url?: string): Promise<TestGraph> {
  const databaseUrl = url ?? (await testDatabase()).url
  const db = createDb(databaseUrl, 4)
  const readPool = createReadPool(databaseUrl, 4)
  afterAll(async () => {
    await readPool.end()
    await db.$disconnect()
  })

  const request: TestGraph['request'] = (source, { variables, viewer = guest, now = TODAY } = {}) =>
    graphql({
      schema,
      source,
      variableValues: variables,
      contextValue: { viewer, clock: { now: () => now }, readPool, db, requestId: 'test' },
    }) as Promise<ExecutionResult<Data>>

  return {
    db,
    request,
    async ask(document, question) {
      const { data, errors } = await request(document, question)
      if (errors) {
        const said = errors.map((error) => `${error.message} ${JSON.stringify(error.extensions)}`).join('\n')
        throw new Error(`${said}\n${document}\n${JSON.stringify(question?.variables ?? {})}`)
      }
      return data
    },
    countStatements() {
      let count = 0
      const stop = onStatement(() => count++)
      return {
        end() {
          stop()
          return count
        },
      }
    },
  }
}
