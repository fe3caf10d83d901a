import type { ShelterKind } from '../../../../generated/prisma/enums.ts'
import { HAZARDS, type Field } from './fields.ts'
import { headingKey, matchColumns, namedHeadings, type ColumnMatch } from './headings.ts'
import { LAYOUTS, type Layout } from './layouts.ts'
import { openTables } from './open-tables.ts'
import type { OpenFile } from './plan.ts'
import { UnreadableFile } from './problems.ts'
import type { RawTable, TableRecord } from './table.ts'

/** The heading stands within so many records; above it there may be a title and remarks. */
const HEADING_WITHIN = 20

/** So many rows are looked at to tell what is in the columns. */
const SAMPLE_ROWS = 500

/** A table whose heading has been found. */
export interface HeadedTable {
  readonly raw: RawTable
  readonly headingLine: number
  /** As the file spells them. */
  readonly written: readonly string[]
  /** The same, each its own. */
  readonly headings: readonly string[]
  readonly sample: readonly TableRecord[]
}

export interface Recognition extends HeadedTable {
  /** Null: no known format. */
  readonly layout: Layout | null
  readonly match: ColumnMatch | null
  readonly missing: readonly string[]
}

interface Candidate extends Recognition {
  readonly found: number
}

/** A file with less than this share of a format's columns is something else. */
const LIKE_ENOUGH = 0.6

/**
 * Finds the table of a file, its heading and its format. A format whose needed columns are all there comes before one
 * that lacks some; of several the one with the most columns counts. Without a format the first table is taken, headed by
 * its first row with several words.
 */
export async function recognize(open: OpenFile, layouts: readonly Layout[] = LAYOUTS): Promise<Recognition> {
  const tables = await openTables(open)
  let unknown: Recognition | null = null
  let best: Candidate | null = null
  let repeated: UnreadableFile | null = null
  for (const raw of tables) {
    const records = await firstOf(raw)
    for (const [n, record] of records.slice(0, HEADING_WITHIN).entries()) {
      const table = headed(raw, record, records.slice(n + 1))
      for (const layout of layouts) {
        try {
          const candidate = candidateOf(table, layout)
          if (candidate && (!best || isBetter(candidate, best))) best = candidate
        } catch (error) {
          if (!(error instanceof UnreadableFile)) throw error
          repeated ??= error
        }
      }
      if (!unknown && looksLikeHeading(record) && looksLikeTable(table))
        unknown = { ...table, layout: null, match: null, missing: [] }
    }
  }
  if (best && (best.missing.length === 0 || !repeated)) return best
  if (repeated) throw repeated
  if (unknown) return unknown
  throw new UnreadableFile('FILE_NOT_TABLE')
}

/** Finds the table that has the headings of a mapping. */
export async function findMapped(open: OpenFile, wanted: readonly string[]): Promise<HeadedTable> {
  let missing = wanted
  for (const raw of await openTables(open)) {
    const records = await firstOf(raw)
    for (const [n, record] of records.slice(0, HEADING_WITHIN).entries()) {
      const table = headed(raw, record, records.slice(n + 1))
      const absent = wanted.filter((heading) => positionOf(table, heading) < 0)
      if (absent.length === 0) return table
      if (absent.length < missing.length) missing = absent
    }
  }
  throw new UnreadableFile('COLUMNS_MISSING', missing.join('、'))
}

/** Where a table has a heading: spelled the same, else the only one that differs in signs and width alone. */
export function positionOf({ headings }: HeadedTable, heading: string): number {
  const same = headings.indexOf(heading)
  if (same >= 0) return same
  const key = headingKey(heading)
  const like = headings.flatMap((other, position) => (headingKey(other) === key ? [position] : []))
  return like.length === 1 ? (like[0] ?? -1) : -1
}

async function firstOf(raw: RawTable): Promise<TableRecord[]> {
  const records: TableRecord[] = []
  for await (const record of raw.records()) {
    records.push(record)
    if (records.length >= HEADING_WITHIN + SAMPLE_ROWS) break
  }
  return records
}

const headed = (raw: RawTable, record: TableRecord, sample: readonly TableRecord[]): HeadedTable => ({
  raw,
  headingLine: record.line,
  written: record.cells,
  headings: namedHeadings(record.cells),
  sample,
})

function candidateOf(table: HeadedTable, layout: Layout): Candidate | null {
  const match = matchColumns(layout, table.written)
  const fields = new Set(match.columns.map(({ field }) => field))
  const { signs } = layout
  if (signs && signs.fields.filter((field) => fields.has(field)).length < signs.atLeast) return null
  const missing = layout.columns.filter((column) => column.needed && !fields.has(column.field))
  if (missing.length > 0 && fields.size < layout.columns.length * LIKE_ENOUGH) return null
  return {
    ...table,
    layout,
    match,
    missing: missing.map(({ headings }) => headings[0] ?? ''),
    found: fields.size + match.unread.size,
  }
}

const isBetter = (one: Candidate, other: Candidate): boolean =>
  one.missing.length === 0 && other.missing.length > 0
    ? true
    : one.missing.length > 0 && other.missing.length === 0
      ? false
      : one.found > other.found

/** Several cells of words: no number, no day. */
function looksLikeHeading({ cells }: TableRecord): boolean {
  const written = cells.filter((cell) => cell.trim() !== '')
  const words = written.filter((cell) => /\p{L}/u.test(cell) && cell.length <= 60 && !/^https?:/.test(cell))
  return written.length >= 2 && words.length === written.length
}

/** Prose with a comma in it is no table: most of its lines do not have two cells. */
function looksLikeTable({ sample }: HeadedTable): boolean {
  const rows = sample.slice(0, HEADING_WITHIN)
  const several = rows.filter(({ cells }) => cells.filter((cell) => cell.trim() !== '').length >= 2)
  return several.length >= rows.length / 2
}

/** Which shelters a table is about, told by its columns, else by the name of the file; null when nothing tells. */
export function shelterKindOf(
  layout: Layout | null,
  fields: ReadonlySet<Field>,
  written: readonly string[],
  name: string,
): ShelterKind | null {
  if (layout?.format === 'STANDARD_EMERGENCY_SITES') return 'EMERGENCY_SITE'
  const keys = new Set(written.map(headingKey))
  const emergency =
    HAZARDS.some((hazard) => fields.has(hazard)) || keys.has(headingKey('指定避難所との住所同一'))
  const designated = fields.has('acceptedPersons') || keys.has(headingKey('指定緊急避難場所との住所同一'))
  if (emergency !== designated) return emergency ? 'EMERGENCY_SITE' : 'DESIGNATED_SHELTER'
  if (/緊急避難|emergency/i.test(name)) return 'EMERGENCY_SITE'
  return /避難所|evacuation/i.test(name) ? 'DESIGNATED_SHELTER' : null
}
