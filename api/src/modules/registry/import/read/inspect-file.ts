import type { ShelterKind } from '../../../../generated/prisma/enums.ts'
import type { ImportFormat, ImportTarget } from '../reading.ts'
import type { Field } from './fields.ts'
import type { ColumnMapping, OpenFile } from './plan.ts'
import type { FileProblemCode } from './problems.ts'

export type Encoding = 'UTF-8' | 'UTF-8 BOM' | 'Shift_JIS' | 'UTF-16'

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

/** What a heading probably means, for a person to confirm. */
export interface ColumnProposal {
  readonly heading: string
  readonly field: Field | null
  /** 0 to 1; 1 = a known heading, below that told by likeness of headings or by what stands in the cells. */
  readonly confidence: number
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

/** Says what a file is: its format, encoding and columns, or why it cannot be read. */
export function inspectFile(open: OpenFile, name: string): Promise<FileInspection> {
  void open
  throw new Error(`Reading ${name} comes with the next commit.`)
}
