import type { Audience } from '../events.ts'
import type { Sql } from '../read/sql.ts'

/** One line of the event log. `seq` follows the order of commits. */
export interface LoggedEvent {
  readonly seq: bigint
  readonly name: string
  readonly at: Date
  readonly audience: readonly string[]
  readonly entities: readonly string[]
}

/** What a reader with a cursor gets. */
export interface Page {
  readonly events: readonly LoggedEvent[]
  /** Everything up to here has been read, whether or not the reader may hear of it. */
  readonly seq: bigint
  /** Where the log ended. */
  readonly head: bigint
  /** The log cannot tell what happened since the cursor: read everything again. */
  readonly reset: boolean
  /** There is more behind `seq`. */
  readonly more: boolean
}

type Row = Omit<LoggedEvent, 'seq'> & { readonly seq: string }

const toEvent = ({ seq, ...rest }: Row): LoggedEvent => ({ seq: BigInt(seq), ...rest })

/** Events after a cursor, for everybody; the feed of a process reads by it. */
export async function eventsAfter(sql: Sql, after: bigint, limit: number): Promise<LoggedEvent[]> {
  const rows = await sql<Row>(
    'select seq, name, at, audience, entities from event_log where seq > $1 order by seq limit $2',
    [after.toString(), limit],
  )
  return rows.map(toEvent)
}

/** Where the log ends. */
export async function headOf(sql: Sql): Promise<bigint> {
  const [head] = await sql<{ seq: string }>('select event_seq as seq from ledger_head')
  return BigInt(head?.seq ?? 0)
}

/** Longer than this a portal is not expected to have been away; then reading anew is cheaper than catching up. */
const REPLAY_DAYS = 7

/**
 * What one viewer missed since a cursor. Without a cursor, with one from before the replay window, or with one that
 * lies ahead of the log (a restored database), the answer is `reset`.
 */
export async function changesSince(
  sql: Sql,
  audience: readonly Audience[] | null,
  after: bigint | null,
  limit: number,
): Promise<Page> {
  const head = await headOf(sql)
  const reset = { events: [], seq: head, head, reset: true, more: false }
  if (after === null || after < 0n || after > head) return reset
  if (after === head) return { ...reset, reset: false }

  const rows = await sql<Row & { readonly too_old: boolean }>(
    `select seq, name, at, audience, entities,
       exists (select from event_log first where first.seq = $1::bigint + 1 and first.at < now() - $4::interval) as too_old
     from event_log
     where seq > $1 and seq <= $2 and ($3::text[] is null or audience && $3)
     order by seq limit $5`,
    [after.toString(), head.toString(), audience, `${REPLAY_DAYS} days`, limit + 1],
  )
  if (rows[0]?.too_old) return reset
  const events = rows.slice(0, limit).map(toEvent)
  const more = rows.length > limit
  return { events, seq: more ? (events.at(-1)?.seq ?? head) : head, head, reset: false, more }
}
