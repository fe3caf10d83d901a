import { parse, validate, type GraphQLSchema } from 'graphql'
import { expect } from 'vitest'
import { systemClock } from '../../../api/src/kernel/clock.ts'
import { createDb, createReadPool } from '../../../api/src/kernel/db.ts'
import { executor } from '../../../api/src/kernel/graphql/execute.ts'
import { onStatement, type StatementRun } from '../../../api/src/kernel/read/execute.ts'
import { guest, type Viewer } from '../../../api/src/kernel/viewer.ts'

export interface Question {
  readonly viewer?: Viewer
  readonly variables?: Readonly<Record<string, unknown>>
}

export interface Answer {
  /** Its shape is the document's; a test knows its own. */
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any
  /** Codes of the errors, with their messages. */
  readonly errors: readonly { readonly code: unknown; readonly message: string }[]
  readonly statements: readonly StatementRun[]
}

/** Someone who is signed in, with whatever a test gives. */
export const someone = (given: Partial<Viewer> = {}): Viewer => ({
  ...guest,
  userId: '00000000-0000-7000-8000-000000000001',
  sessionId: 'session',
  ...given,
})

/** Asks a schema interpreted and compiled; both must answer alike, with the same statements. */
export function asker(schema: GraphQLSchema, url: string) {
  const run = executor(schema)
  const doors = { db: createDb(url, 1), readPool: createReadPool(url, 3), clock: systemClock }

  const answerBy = async (
    persisted: boolean,
    source: string,
    { viewer = guest, variables = {} }: Question,
  ) => {
    const document = parse(source)
    expect(validate(schema, document)).toEqual([])
    const statements: StatementRun[] = []
    const stop = onStatement((statement) => statements.push(statement))
    const context = { ...doors, viewer, requestId: 'test' }
    const { data, errors = [] } = await run({ document, operationName: null, variables, persisted, context })
    stop()
    return {
      data,
      errors: errors.map(({ message, extensions }) => ({ code: extensions?.code, message })),
      statements,
    }
  }

  const ask = async (source: string, question: Question = {}): Promise<Answer> => {
    const interpreted = await answerBy(false, source, question)
    const compiled = await answerBy(true, source, question)
    expect({ ...compiled, statements: texts(compiled) }).toEqual({
      ...interpreted,
      statements: texts(interpreted),
    })
    return interpreted
  }

  /** Asks a guest's question once, compiled; for lists that change meanwhile. */
  const askOnce = async (source: string, variables: Question['variables'] = {}): Promise<Answer['data']> => {
    const { data, errors } = await answerBy(true, source, { variables })
    expect(errors).toEqual([])
    return data
  }

  const close = async () => {
    await doors.readPool.end()
    await doors.db.$disconnect()
  }
  return { ask, askOnce, close, readPool: doors.readPool }
}

/** Roots run side by side, so their statements end in any order. */
const texts = ({ statements }: { readonly statements: readonly StatementRun[] }) =>
  statements.map(({ text }) => text).toSorted()
