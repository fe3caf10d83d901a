import type { ShelterKind } from '../../../../generated/prisma/enums.ts'
import type { ImportFormat, ImportTarget } from '../reading.ts'
import type { Field } from './fields.ts'
import { knownColumns, proposeColumns, proposedMapping, type ColumnProposal } from './guess.ts'
import type { Layout } from './layouts.ts'
import type { ColumnMapping, Encoding, OpenFile } from './plan.ts'
import { UnreadableFile, type FileProblemCode } from './problems.ts'
import { recognize, shelterKindOf, type Recognition } from './recognize.ts'

/** One column that the recognized format has, and where this file has it. */
export interface ExpectedColumn {
  /** The heading of the format's current release. */
  readonly heading: string
  readonly field: Field
  /** Without a needed column the file is not read. */
  readonly needed: boolean
  /** The file's own heading; null when the file has no such column. */
  readonly found: string | null
  /** RENAMED: found under another heading that is known to mean the same. */
  readonly state: 'SAME' | 'RENAMED' | 'MISSING'
}

/** What a file is, told without reading all of it and without the registry. */
export interface FileInspection {
  /** Why the file cannot be read; null when it can be, given a mapping where `format` is null. */
  readonly problem: { readonly code: FileProblemCode; readonly detail: string } | null
  /** Null: a table of no known format; its columns must be assigned. */
  readonly format: ImportFormat | null
  readonly target: ImportTarget | null
  readonly shelterKind: ShelterKind | null
  readonly container: 'CSV' | 'XLSX' | 'JSON' | null
  readonly encoding: Encoding | null
  readonly delimiter: ',' | '\t' | ';' | null
  readonly sheet: string | null
  /** Headings as the file spells them, in its order. */
  readonly headings: readonly string[]
  readonly firstRows: readonly Readonly<Record<string, string>>[]
  readonly columns: readonly ExpectedColumn[]
  /** Headings that the format does not have; they are not read. */
  readonly extra: readonly string[]
  readonly proposals: readonly ColumnProposal[]
  /** The proposals that are certain enough to start from. */
  readonly proposedMapping: ColumnMapping | null
}

const NOTHING: FileInspection = {
  problem: null,
  format: null,
  target: null,
  shelterKind: null,
  container: null,
  encoding: null,
  delimiter: null,
  sheet: null,
  headings: [],
  firstRows: [],
  columns: [],
  extra: [],
  proposals: [],
  proposedMapping: null,
}

const SHOWN_ROWS = 5

/** Says what a file is: its format, encoding and columns, or why it cannot be read. Reads only its beginning. */
export async function inspectFile(open: OpenFile, name: string): Promise<FileInspection> {
  try {
    return inspectionOf(await recognize(open), name)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    return { ...NOTHING, problem: { code: error.code, detail: error.detail } }
  }
}

function inspectionOf(table: Recognition, name: string): FileInspection {
  const { raw, headings, layout, match } = table
  const fields = new Map(match?.columns.map(({ field, positions }) => [field, positions]))
  const target = layout?.target ?? null
  const shelterKind =
    target === 'SHELTER' ? shelterKindOf(layout, new Set(fields.keys()), table.written, name) : null
  const proposals = match ? knownColumns(table, match) : proposeColumns(table)
  const rows = table.sample.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  return {
    problem: problemOf(table, rows.length, target === 'SHELTER' && shelterKind === null),
    format: layout?.format ?? null,
    target,
    shelterKind,
    container: raw.container,
    encoding: raw.encoding,
    delimiter: raw.delimiter,
    sheet: raw.sheet,
    headings,
    firstRows: rows
      .slice(0, SHOWN_ROWS)
      .map(({ cells }) => Object.fromEntries(headings.map((heading, n) => [heading, cells[n] ?? '']))),
    columns: layout ? expectedColumns(table, layout, fields) : [],
    extra: extraHeadings(table, fields),
    proposals,
    proposedMapping: proposedMapping(proposals),
  }
}

function problemOf({ missing }: Recognition, rows: number, kindUnknown: boolean): FileInspection['problem'] {
  if (missing.length > 0) return { code: 'COLUMNS_MISSING', detail: missing.join('、') }
  if (rows === 0) return { code: 'FILE_NO_ROWS', detail: '' }
  return kindUnknown ? { code: 'SHELTER_KIND_UNKNOWN', detail: '' } : null
}

function expectedColumns(
  { headings, written }: Recognition,
  layout: Layout,
  fields: ReadonlyMap<Field, readonly number[]>,
): ExpectedColumn[] {
  return layout.columns.map(({ field, needed, headings: known }) => {
    const heading = known[0] ?? field
    const position = fields.get(field)?.[0]
    if (position === undefined) return { heading, field, needed, found: null, state: 'MISSING' }
    const same = written[position]?.trim() === heading
    return { heading, field, needed, found: headings[position] ?? null, state: same ? 'SAME' : 'RENAMED' }
  })
}

/** Headings that nothing reads, without those that the format is known to have. */
function extraHeadings(
  { headings, match }: Recognition,
  fields: ReadonlyMap<Field, readonly number[]>,
): string[] {
  if (!match) return []
  const read = new Set([...fields.values()].flat())
  return headings.filter((_, position) => !read.has(position) && !match.unread.has(position))
}
