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
  /** What is in it carries keys of its own, by which the server takes it once; it has no other. */
  ownKeys?: boolean
  /** Why it has not gone through. */
  outcome?: Unsent
}

/** The input as it goes to the server. */
export const inputOf = ({ id }: Pick<OutboxRow, 'id'>, { input, ownKeys }: Errand) =>
  ownKeys ? input : { ...input, idempotencyKey: id }

/** Of several things in one errand the server took some and refused others: it has not gone through as a whole. */
export function wholeOrRefused(outcome: Outcome<unknown>): Outcome<unknown> {
  if (outcome.kind !== 'done') return outcome
  const { refused, refusedBecause } = outcome.payload as {
    refused?: readonly string[] | null
    refusedBecause?: readonly string[] | null
  }
  if (!refused || refused.length === 0) return outcome
  const problem = { __typename: 'RuleProblem' as const, code: refusedBecause?.[0] ?? '', message: '' }
  return { kind: 'refused', problem }
}

export type Unsent = Exclude<Outcome<unknown>, { kind: 'done' }>

/** Sends one errand for one person and body, under the id as idempotency key. */
export type Send = (
  slot: Pick<OutboxRow, 'id' | 'userId' | 'seat'>,
  errand: Errand,
) => Promise<Outcome<unknown>>
