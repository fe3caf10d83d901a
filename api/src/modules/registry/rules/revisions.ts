/** How a value of a revision is to be put in words. */
export type RevisionValueKind = 'TEXT' | 'NUMBER' | 'YEN' | 'DAY' | 'YES_NO' | 'CODE' | 'REFERENCE' | 'LIST'

/** What a column of a record with a history is called in the graph, and how its values read. */
export interface RevisionField {
  readonly column: string
  readonly field: string
  readonly kind: RevisionValueKind
}

/** What one column held. Null = nothing was given; erased = personal data whose time is over. */
export interface RevisionValue {
  readonly field: string
  readonly kind: RevisionValueKind
  readonly value: string | null
  /** For a reference: what it was called then. */
  readonly name: string | null
  readonly erased: boolean
}

export interface RevisionChange {
  readonly field: string
  readonly kind: RevisionValueKind
  readonly before: RevisionValue | null
  readonly after: RevisionValue | null
}

/** A revision as the database keeps it. */
export interface RevisionRow {
  readonly kind: 'CREATED' | 'CHANGED' | 'REMOVED'
  readonly changed: readonly string[]
  readonly content: unknown
  readonly before: unknown
  readonly names: unknown
}

type Content = Readonly<Record<string, unknown>>

const asContent = (value: unknown): Content => (value ?? {}) as Content

/** A value of the database's JSON as one line of text. A blank list is no value. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.length > 0 ? value.map(String).join('、') : null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function valueOf({ column, field, kind }: RevisionField, content: Content, names: Content): RevisionValue {
  const value = textOf(content[column])
  const name = kind === 'REFERENCE' && value !== null ? textOf(names[value]) : null
  return { field, kind, value, name, erased: !(column in content) }
}

/** Everything a revision says of its record, in the order of the table. */
export const valuesOf = (fields: readonly RevisionField[], row: RevisionRow): RevisionValue[] =>
  fields.map((field) => valueOf(field, asContent(row.content), asContent(row.names)))

/**
 * What a revision changed: for a new record all that was given, for one that went all that it held, otherwise the columns
 * that differ. Columns that are no facts (keys, marks of the import) are in nobody's history.
 */
export function changesOf(fields: readonly RevisionField[], row: RevisionRow): RevisionChange[] {
  const [content, before, names] = [asContent(row.content), asContent(row.before), asContent(row.names)]
  return fields.flatMap((field): RevisionChange[] => {
    const { field: name, kind } = field
    const now = valueOf(field, content, names)
    if (row.kind === 'CHANGED') {
      if (!row.changed.includes(field.column)) return []
      return [{ field: name, kind, before: valueOf(field, before, names), after: now }]
    }
    if (now.value === null && !now.erased) return []
    return [
      row.kind === 'CREATED'
        ? { field: name, kind, before: null, after: now }
        : { field: name, kind, before: now, after: null },
    ]
  })
}

/** What people call the record: its name, role, item or qualification. */
export function titleOf(row: Pick<RevisionRow, 'content'>): string | null {
  const content = asContent(row.content)
  return textOf(
    content.name ?? content.role_title ?? content.item ?? content.qualification ?? content.approver,
  )
}
