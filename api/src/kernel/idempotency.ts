import { createHash } from 'node:crypto'
import type { Tx } from './db.ts'
import { RuleProblem } from './problems.ts'

/** What identifies an act that may be asked for twice. */
export interface Resend {
  /** `user:<id>`, `guest` or `reaction:<name>`. */
  readonly owner: string
  readonly key: string
  readonly command: string
  /** Everything that must be the same in the repetition. */
  readonly fingerprint: unknown
}

/**
 * Takes the key for this transaction. Returns null when the act is new; otherwise the answer that was given before.
 * A second sending that arrives while the first still runs waits here for its commit.
 */
export async function claim(tx: Tx, resend: Resend): Promise<{ result: unknown } | null> {
  const { owner, key, command } = resend
  const hash = fingerprintOf(resend)
  const claimed = await tx.$executeRaw`
    insert into idempotency_key (owner, key, command, input_hash, result)
    values (${owner}, ${key}, ${command}, ${hash}, 'null') on conflict do nothing`
  if (claimed === 1) return null

  const before = await tx.idempotencyKey.findUniqueOrThrow({ where: { owner_key: { owner, key } } })
  if (before.command !== command || !hash.equals(before.inputHash)) {
    throw new RuleProblem('IDEMPOTENCY_KEY_REUSED', 'This idempotency key was used for something else.')
  }
  return { result: before.result }
}

/** Keeps the answer for the repetitions. */
export async function keepAnswer(tx: Tx, { owner, key }: Resend, result: object): Promise<void> {
  await tx.idempotencyKey.update({ where: { owner_key: { owner, key } }, data: { result } })
}

const fingerprintOf = ({ command, fingerprint }: Resend): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([command, fingerprint], sortedKeys))
    .digest()

const sortedKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint'
    ? String(value)
    : value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value
