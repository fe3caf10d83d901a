import type pg from 'pg'

export interface Table {
  /** Quoted, with its schema, ready to stand in a statement. */
  name: string
  /** Quoted names of the columns that are stored and not computed. */
  columns: string[]
}

/** What the migrations themselves write; a restore brings it by migrating. */
const history = new Set(['public._prisma_migrations', 'graphile_worker.migrations'])

/** Every table of Yui and of its job queue. */
export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select format('%I.%I', n.nspname, c.relname) as name,
            array_agg(quote_ident(a.attname) order by a.attnum) as columns
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'graphile_worker')
     group by n.nspname, c.relname
     order by n.nspname, c.relname`,
  )
  return rows.filter(({ name }) => !history.has(name))
}

export interface Sequence {
  name: string
  /** Null when it was never asked for a number. */
  lastValue: string | null
}

/** Every sequence with the last number it has given out. */
export async function readSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as "lastValue"
     from pg_sequences where schemaname in ('public', 'graphile_worker') order by 1`,
  )
  return rows
}
