import path from 'node:path'
import { haveLostHyphens } from '../../rules/address.ts'
import type { ShelterKind } from '../../../../generated/prisma/enums.ts'
import type { ImportTarget, ReadRow } from '../reading.ts'
import { readFacts } from './facts.ts'
import type { Field } from './fields.ts'
import { matchColumns, namedHeadings, type FoundColumn } from './headings.ts'
import { headingOf } from './guess.ts'
import { LAYOUTS, type Layout } from './layouts.ts'
import { Gazetteer } from './municipality.ts'
import { breather } from './pieces.ts'
import type { FileContext } from './place.ts'
import type { ColumnMapping, OpenFile, ReadPlan } from './plan.ts'
import { UnreadableFile } from './problems.ts'
import { findMapped, positionOf, recognize, shelterKindOf, type HeadedTable } from './recognize.ts'
import { Columns, Row } from './row.ts'
import type { TableRecord } from './table.ts'

/**
 * Reads the rows of a file one by one, in constant memory, and lets other work of the process in between. Throws
 * `UnreadableFile` where the file as a whole cannot be read (or breaks off), as late as where it breaks.
 */
export async function* readFile(open: OpenFile, name: string, plan: ReadPlan): AsyncGenerator<ReadRow> {
  const { table, layout, target } = await findTable(open, plan)
  const locate = (written: readonly string[]): FoundColumn[] =>
    locateColumns({ ...table, written }, layout, plan.mapping)
  let found = locate(table.written)
  let columns = new Columns(table.headings, found, table.raw.encoding)
  const shelterKind = kindOf(target, layout, found, table, name, plan)
  const context = contextOf(table, columns, name, plan)
  const breathe = breather()

  for await (const record of table.raw.records()) {
    await breathe()
    if (record.line <= table.headingLine || isBlank(record) || isHeading(record, table)) continue
    if (record.cells.length > columns.headings.length && table.raw.furtherHeadings) {
      const written = [...table.raw.furtherHeadings]
      found = locate(written)
      columns = new Columns(namedHeadings(written), found, table.raw.encoding)
    }
    yield* readRecord(record, columns, { format: plan.format, target, shelterKind }, context)
  }
}

type What = Parameters<typeof readFacts>[1]

function readRecord(record: TableRecord, columns: Columns, what: What, context: FileContext): ReadRow[] {
  const { line } = record
  const cells = Object.fromEntries(columns.headings.map((heading, n) => [heading, record.cells[n] ?? '']))
  const row = new Row(columns, record.cells)
  // A comma too many or a line cut short: every value may stand under another heading.
  if (record.cells.slice(columns.headings.length).some((cell) => cell.trim() !== ''))
    row.refuse('ROW_SHIFTED', null)
  else if (record.ending === 'SHORT') row.refuse('ROW_CUT_OFF', null)
  else if (record.ending === 'OPEN') row.mend('LAST_LINE_OPEN', null)
  const facts = row.refused ? [] : readFacts(row, what, context)
  const { problems } = row
  if (facts.length === 0) return [{ line, cells, facts: null, problems }]
  if (facts.length === 1) return facts.map((one) => ({ line, cells, facts: one, problems }))
  return facts.map((one, part) => ({ line, part, cells, facts: one, problems: part === 0 ? problems : [] }))
}

interface FoundTable {
  readonly table: HeadedTable
  readonly layout: Layout | null
  readonly target: ImportTarget
}

async function findTable(open: OpenFile, { format, mapping }: ReadPlan): Promise<FoundTable> {
  if (format === 'MAPPED') {
    if (!mapping) throw new UnreadableFile('COLUMNS_MISSING')
    const table = await findMapped(open, Object.keys(mapping.columns))
    return { table, layout: null, target: mapping.target }
  }
  const layout = LAYOUTS.find((one) => one.format === format) ?? null
  const table = await recognize(open, layout ? [layout] : [])
  return { table, layout, target: layout?.target ?? 'OFFICE' }
}

/** Fields without which no row of a target could be read. */
const NEEDED: Readonly<Record<ImportTarget, readonly (readonly Field[])[]>> = {
  OFFICE: [['name'], ['officeNumber'], ['serviceName'], ['address', 'addressRest']],
  FACILITY: [['name'], ['address', 'addressRest']],
  CORPORATION: [['name', 'corporationName']],
  SHELTER: [['name'], ['sourceKey'], ['address', 'addressRest']],
}

/** The columns a person has assigned first, then those of the layout. Refuses a table that lacks a needed one. */
function locateColumns(
  table: HeadedTable,
  layout: Layout | null,
  mapping: ColumnMapping | undefined,
): FoundColumn[] {
  const assigned = Map.groupBy(Object.entries(mapping?.columns ?? {}), ([, field]) => field)
  const columns = [...assigned].map(([field, entries]): FoundColumn => {
    const positions = entries
      .map(([heading]) => positionOf(table, heading))
      .filter((position) => position >= 0)
    return { field, positions }
  })
  const fields = new Set(columns.map(({ field }) => field))
  if (!layout) {
    const missing = NEEDED[mapping?.target ?? 'OFFICE'].filter(
      (any) => !any.some((field) => fields.has(field)),
    )
    if (missing.length > 0)
      throw new UnreadableFile(
        'COLUMNS_MISSING',
        missing.map(([field]) => field && headingOf(field)).join('、'),
      )
    return columns
  }
  const taken = new Set(columns.flatMap(({ positions }) => positions))
  const rest = table.written.map((heading, position) => (taken.has(position) ? '' : heading))
  const recognized = matchColumns(layout, rest).columns.filter(({ field }) => !fields.has(field))
  const all = [...columns, ...recognized]
  const missing = layout.columns.filter(
    ({ needed, field }) => needed && !all.some((column) => column.field === field),
  )
  if (missing.length > 0)
    throw new UnreadableFile('COLUMNS_MISSING', missing.map(({ headings }) => headings[0]).join('、'))
  return all
}

function kindOf(
  target: ImportTarget,
  layout: Layout | null,
  columns: readonly FoundColumn[],
  table: HeadedTable,
  name: string,
  plan: ReadPlan,
): ShelterKind {
  const kind =
    plan.shelterKind ?? shelterKindOf(layout, new Set(columns.map(({ field }) => field)), table.written, name)
  if (kind === null && target === 'SHELTER') throw new UnreadableFile('SHELTER_KIND_UNKNOWN')
  return kind ?? 'DESIGNATED_SHELTER'
}

function contextOf(table: HeadedTable, columns: Columns, name: string, plan: ReadPlan): FileContext {
  const addresses = table.sample.map(({ cells }) => new Row(columns, cells).cell('address'))
  // 国土地理院 gives one file per municipality, named by its code.
  const inName = /(?:^|[^0-9])([0-9]{6})(?![0-9])/.exec(path.posix.basename(name))?.[1]
  return {
    gazetteer: new Gazetteer(plan.municipalities),
    runTogether: haveLostHyphens(addresses),
    hints: { code: plan.municipalityCode ?? (plan.format === 'GSI_SHELTERS' ? inName : undefined) },
  }
}

const isBlank = ({ cells }: TableRecord): boolean => cells.every((cell) => cell.trim() === '')

/** Lists that were put together repeat their heading. */
const isHeading = ({ cells }: TableRecord, { written }: HeadedTable): boolean =>
  cells.length === written.length && cells.every((cell, n) => cell === written[n])
