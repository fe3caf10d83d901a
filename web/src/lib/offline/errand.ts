import type { Outcome } from '../problems.ts'
import type { OutboxRow } from './device.ts'

/** What is to be sent; sealed on the device. */
export interface Errand {
  /** What the list of what waits calls it. */
  title: string
  /** Where it was written, and is corrected. */
  path: string
  /** Name of the mutation, and the hash of its document when it was written. */
  operation: string
  hash: string
  /** The input without its idempotency key, which is the id of the entry. */
  input: Readonly<Record<string, unknown>>
  /** Why it has not gone through. */
  outcome?: Unsent
}

export type Unsent = Exclude<Outcome<unknown>, { kind: 'done' }>

/** Sends one errand for one person and body, under the id as idempotency key. */
export type Send = (
  slot: Pick<OutboxRow, 'id' | 'userId' | 'seat'>,
  errand: Errand,
) => Promise<Outcome<unknown>>
