import type pg from 'pg'

export interface Column {
  readonly name: string
  /** PostgreSQL's type, `_text` for a list of texts. */
  readonly type: string
  readonly length: number | null
  readonly enumValues: readonly string[] | null
  /** May not be null. */
  readonly required: boolean
  /** Table and column of the foreign key. */
  readonly references: { readonly table: string; readonly column: string } | null
}

export interface Table {
  readonly name: string
  readonly key: readonly string[]
  readonly columns: readonly Column[]
}

/** The tables of the database, each after those it refers to. */
export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select t.relname as name,
      (select coalesce(jsonb_agg(a.attname), '[]') from pg_index i
        join pg_attribute a on a.attrelid = t.oid and a.attnum = any (i.indkey)
        where i.indrelid = t.oid and i.indisprimary) as key,
      (select jsonb_agg(jsonb_build_object(
          'name', c.attname, 'type', y.typname, 'required', c.attnotnull,
          'length', case when c.atttypmod > 4 and y.typname in ('bpchar', 'varchar') then c.atttypmod - 4 end,
          'enumValues', (select jsonb_agg(enumlabel order by enumsortorder) from pg_enum e
            where e.enumtypid in (y.oid, y.typelem)),
          'references', (select jsonb_build_object('table', f.relname, 'column', fa.attname)
            from pg_constraint k join pg_class f on f.oid = k.confrelid
            join pg_attribute fa on fa.attrelid = f.oid and fa.attnum = k.confkey[1]
            where k.contype = 'f' and k.conrelid = t.oid and k.conkey[1] = c.attnum limit 1)
        ) order by c.attnum)
        from pg_attribute c join pg_type y on y.oid = c.atttypid
        where c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped and c.attgenerated = '') as columns
    from pg_class t
    where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and t.relname not like '\\_%'
    order by t.relname`)
  return afterTheirReferences(rows)
}

/** References that may be null and are of use in a row. */
const wanted = new Set(['agenda_item.meeting_id', 'meeting.rulebook_version_id'])

function afterTheirReferences(tables: readonly Table[]): Table[] {
  const ordered: Table[] = []
  const waiting = [...tables]
  while (waiting.length > 0) {
    const known = new Set(ordered.map(({ name }) => name))
    const missing = ({ name, columns }: Table, must: (column: Column) => boolean) =>
      columns.filter(
        (column) =>
          column.references &&
          must(column) &&
          column.references.table !== name &&
          !known.has(column.references.table),
      ).length
    // Tables that refer to each other in a circle begin with the one that can do without, and misses least.
    const able = waiting.filter(
      (one) => missing(one, ({ name, required }) => required || wanted.has(`${one.name}.${name}`)) === 0,
    )
    const least = able.toSorted((one, other) => missing(one, () => true) - missing(other, () => true))[0]
    const next = least ? waiting.indexOf(least) : 0
    const [table] = waiting.splice(next, 1)
    if (table) ordered.push(table)
  }
  return ordered
}

/** A number for the contents of every table: what differs has changed. */
export async function fingerprints(
  client: pg.ClientBase,
  tables: readonly Table[],
): Promise<Record<string, string>> {
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) as contents from "${name}" as t`,
  )
  // Asked after every attempt: planning it anew each time would take longer than reading.
  const text = parts.join(' union all ')
  const { rows } = await client.query<{ name: string; contents: string }>({ name: 'fingerprints', text })
  return Object.fromEntries(rows.map(({ name, contents }) => [name, contents]))
}
