import { createHash } from 'node:crypto'
import type pg from 'pg'

/** Where the chain does not hold, and how. */
export interface Break {
  readonly seq: bigint
  readonly fault:
    | 'altered' // the entry is not what was hashed
    | 'input altered' // its input is not what was hashed, and was not erased either
    | 'chain' // it does not follow the entry before it
    | 'missing' // entries in front of it are gone
    | 'cut off' // the end is gone, or not the one that was committed last
    | 'not as noted' // a hash noted elsewhere does not stand here
    | 'events missing' // the event log has gaps
}

export interface Verification {
  readonly checked: number
  /** The end of the chain. Whoever notes it outside the database can prove later that nothing before it was changed. */
  readonly head: { readonly seq: bigint; readonly hash: string }
  readonly breaks: readonly Break[]
}

/** An end of the chain that somebody noted earlier. */
export interface Note {
  readonly seq: bigint
  readonly hash: string
}

interface Row {
  seq: string
  hash: string
  prev_hash: string
  input_hash: string
  input: string | null
  input_salt: Buffer | null
  scalars_before_roles: (string | null)[]
  acting_roles: string[]
  scalars_before_audience: (string | null)[]
  audience: string[]
  reason: string | null
  request_id: string | null
  behalf_key: string | null
  behalf_name: string | null
}

const BATCH = 2_000
/** Of the entries, no more breaks than this are told; one is enough to know. */
const TOLD = 20
const GENESIS = sha256('yui audit chain').toString('hex')

/** Computes the whole chain anew, in one snapshot of the database. */
export async function verifyAudit(pool: pg.Pool, note?: Note): Promise<Verification> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    return await verify(client, note)
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
  }
}

async function verify(client: pg.PoolClient, note: Note | undefined): Promise<Verification> {
  const breaks: Break[] = []
  const report = (seq: bigint, fault: Break['fault']) => {
    if (breaks.length < TOLD) breaks.push({ seq, fault })
  }
  let last = { seq: 0n, hash: GENESIS }
  let checked = 0
  for (
    let rows = await entriesAfter(client, 0n);
    rows.length > 0;
    rows = await entriesAfter(client, last.seq)
  ) {
    for (const row of rows) {
      const seq = BigInt(row.seq)
      if (seq !== last.seq + 1n) report(seq, 'missing')
      else if (row.prev_hash !== last.hash) report(seq, 'chain')
      if (hashOf(row) !== row.hash) report(seq, 'altered')
      if (row.input !== null && inputHashOf(row.input, row.input_salt) !== row.input_hash)
        report(seq, 'input altered')
      if (note?.seq === seq && note.hash !== row.hash) report(seq, 'not as noted')
      last = { seq, hash: row.hash }
      checked += 1
    }
  }
  const head = await headOf(client)
  if (head.seq !== last.seq || head.hash !== last.hash) report(head.seq, 'cut off')
  if (note && note.seq > last.seq) report(note.seq, 'not as noted')
  if (!head.eventsAreWhole) report(head.eventSeq, 'events missing')
  return { checked, head: { seq: head.seq, hash: head.hash }, breaks }
}

async function entriesAfter(client: pg.PoolClient, seq: bigint): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select seq::text, encode(hash, 'hex') as hash, encode(prev_hash, 'hex') as prev_hash,
       encode(input_hash, 'hex') as input_hash, input::text, input_salt,
       array[id::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor_user_id::text,
         token_id::text, acting_key, acting_name] as scalars_before_roles,
       acting_roles, array[command, subject_type, subject_id] as scalars_before_audience, audience, reason, request_id,
       behalf_key, behalf_name
     from audit_entry where seq > $1 order by audit_entry.seq limit $2`,
    [seq.toString(), BATCH],
  )
  return rows
}

async function headOf(client: pg.PoolClient) {
  const { rows } = await client.query<{ seq: string; hash: string; event_seq: string; whole: boolean }>(
    `select audit_seq::text as seq, encode(hash, 'hex') as hash, event_seq::text,
       (select count(*) = head.event_seq and coalesce(max(seq), 0) = head.event_seq from event_log) as whole
     from ledger_head head`,
  )
  const [head] = rows
  if (!head) return { seq: 0n, hash: '', eventSeq: 0n, eventsAreWhole: false }
  return {
    seq: BigInt(head.seq),
    hash: head.hash,
    eventSeq: BigInt(head.event_seq),
    eventsAreWhole: head.whole,
  }
}

/** The same text as `audit_hash` in the database makes, hashed. */
const hashOf = (row: Row): string =>
  sha256(
    [
      field(row.prev_hash),
      field(row.seq),
      ...row.scalars_before_roles.map(field),
      list(row.acting_roles),
      ...row.scalars_before_audience.map(field),
      list(row.audience),
      field(row.input_hash),
      field(row.reason),
      field(row.request_id),
      // Written since mandates exist, and only where there is one: older entries keep the hash they had.
      ...(row.behalf_key === null && row.behalf_name === null
        ? []
        : [field(row.behalf_key), field(row.behalf_name)]),
    ].join(''),
  ).toString('hex')

const inputHashOf = (input: string, salt: Buffer | null): string =>
  sha256(Buffer.concat([salt ?? Buffer.alloc(0), Buffer.from(input)])).toString('hex')

const field = (value: string | null): string =>
  value === null ? '-;' : `${Buffer.byteLength(value)}:${value};`

const list = (items: readonly string[]): string => `${items.length}[${items.map(field).join('')}]`

function sha256(value: string | Buffer): Buffer {
  return createHash('sha256').update(value).digest()
}
