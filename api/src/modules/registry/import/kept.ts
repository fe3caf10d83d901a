import { z } from 'zod'
import type { RegistryRecord } from '../../../generated/prisma/enums.ts'
import { globalId, type ModelName } from '../../../kernel/ids.ts'
import type { RowProblem } from './reading.ts'

// What the tables of an import keep as JSON, and how it is shown.

const inspection = z.object({
  encoding: z.string().nullable(),
  sheet: z.string().nullable(),
  headings: z.array(z.string()),
  firstRows: z.array(z.record(z.string(), z.string())),
  columns: z.array(
    z.object({
      heading: z.string(),
      field: z.string(),
      needed: z.boolean(),
      found: z.string().nullable(),
      state: z.string(),
    }),
  ),
  extra: z.array(z.string()),
  proposals: z.array(z.object({ heading: z.string(), field: z.string().nullable(), confidence: z.number() })),
})

type KeptInspection = z.infer<typeof inspection>
export type ColumnFound = KeptInspection['columns'][number]
export type ColumnMeaning = KeptInspection['proposals'][number]

/** What was found by looking at a file; null before it has arrived whole. */
export const readInspection = (kept: unknown): KeptInspection | null =>
  inspection.safeParse(kept).data ?? null

const problems = z.array(
  z.object({
    weight: z.enum(['REFUSED', 'NOTED', 'MENDED']),
    code: z.string(),
    heading: z.string().nullable(),
    cell: z.string(),
    proposal: z.string().nullable(),
  }),
)

export const readProblems = (kept: unknown): RowProblem[] => problems.parse(kept)

const linesOfFiles = z.array(z.object({ rowNumber: z.int(), file: z.int(), line: z.int() }))

export type LineOfFile = z.infer<typeof linesOfFiles>[number]

export const readLines = (kept: unknown): LineOfFile[] => linesOfFiles.parse(kept)

/** One value of a record: as it stands and as the file has it, in words. */
export interface FieldChange {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
  readonly protected: boolean
}

interface KeptChange {
  readonly before: unknown
  readonly after: unknown
  readonly changed: readonly string[]
  readonly protected: readonly string[]
  readonly names: unknown
}

/** The values that differ, by the columns of the registry; what is a key is shown by its name. */
export function fieldsOf(change: KeptChange): FieldChange[] {
  const names = (change.names ?? {}) as Readonly<Record<string, string>>
  const before = (change.before ?? {}) as Readonly<Record<string, unknown>>
  const after = (change.after ?? {}) as Readonly<Record<string, unknown>>
  return change.changed.map((field) => ({
    field,
    before: inWords(before[field], names),
    after: inWords(after[field], names),
    protected: change.protected.includes(field),
  }))
}

function inWords(value: unknown, names: Readonly<Record<string, string>>): string | null {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.join('、')
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return names[text] ?? (text === '' ? null : text)
}

const MODELS: Partial<Record<RegistryRecord, ModelName>> = {
  CORPORATION: 'Corporation',
  FACILITY: 'Facility',
  SERVICE_OFFICE: 'ServiceOffice',
  FACILITY_CONTACT: 'FacilityContact',
  SHELTER: 'Shelter',
}

/** Relay id of the record a change is about; null while the record does not exist yet. */
export function recordIdOf(change: {
  readonly record: RegistryRecord
  readonly recordId: string
  readonly action: string
  readonly writtenVersion: number | null
}): string | null {
  const model = MODELS[change.record]
  if (!model || (change.action === 'CREATE' && change.writtenVersion === null)) return null
  return globalId(model, change.recordId)
}
