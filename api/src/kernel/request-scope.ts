import { AsyncLocalStorage } from 'node:async_hooks'
import { onStatement } from './read/execute.ts'

/** What is learnt about a request while it runs, for its log line and the metrics. Ids, names and codes only. */
export interface RequestFacts {
  operation: string | null
  /** Whether the operation's name is one of the portal's, and therefore one of few. */
  persisted: boolean
  userId: string | null
  codes: string[]
  statements: number
}

export const newFacts = (): RequestFacts => ({
  operation: null,
  persisted: false,
  userId: null,
  codes: [],
  statements: 0,
})

/** The facts of the request whose code is running. */
export const requestFacts = new AsyncLocalStorage<RequestFacts>()

onStatement(() => {
  const facts = requestFacts.getStore()
  if (facts) facts.statements += 1
})
