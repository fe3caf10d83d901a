import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../../../../../scripts/project.ts'
import {
  damaged,
  damages,
  unharmed,
  type Damage,
  type PlainTable,
} from '../../../../../../tests/support/damage.ts'
import { all, fileOf, opened, yamagata } from '../../../../../../tests/support/import-files.ts'
import { unspaced } from '../../rules/text.ts'
import type { ImportFormat, ReadRow } from '../reading.ts'
import { inspectFile } from './inspect-file.ts'
import { openTables } from './open-tables.ts'
import { UnreadableFile } from './problems.ts'
import { readFile } from './read-file.ts'

// Whatever happened to a file, it gives the same facts, or fewer with a word of what is missing; never other facts.

const municipalities = yamagata()

interface Original {
  readonly name: string
  readonly format: Exclude<ImportFormat, 'MAPPED'>
  readonly table: PlainTable
  readonly rows: readonly ReadRow[]
}

async function rowsOf(bytes: Uint8Array, name: string, format: ImportFormat): Promise<ReadRow[]> {
  return all(readFile(opened(bytes), name, { format, municipalities }))
}

async function original(name: string, format: Original['format']): Promise<Original> {
  const bytes = fileOf(name)
  const [raw] = await openTables(opened(bytes))
  const [heading, ...rest] = raw ? await all(raw.records()) : []
  const headings = heading?.cells ?? []
  const rows = rest.map(({ cells }) => headings.map((_, position) => cells[position] ?? ''))
  return { name, format, table: { headings, rows }, rows: await rowsOf(bytes, name, format) }
}

const published = fs
  .globSync('{kaigo,shelters}/**/*.{csv,json,xlsx}', { cwd: path.join(projectRoot, 'data') })
  .map((name) => path.join('data', name))
  .filter((name) => !name.endsWith('evacuation/063649.json'))
  .toSorted()

const formatOf = (name: string): Original['format'] => {
  if (name.includes('wam')) return 'WAM_DISABILITY'
  if (name.includes('care_offices')) return 'STANDARD_CARE_OFFICES'
  if (name.endsWith('.xlsx') || name.includes('emergency_sites')) return 'STANDARD_EMERGENCY_SITES'
  return name.endsWith('.csv') ? 'CARE_SERVICES' : 'GSI_SHELTERS'
}

const invented = [
  'wam',
  'standard_care_offices_v1',
  'standard_care_offices_v2',
  'standard_emergency_sites_v1',
].map((name) => `tests/fixtures/import/${name}_mihon.csv`)

const originals = await Promise.all([...published, ...invented].map((name) => original(name, formatOf(name))))

/** What the damaged reading says otherwise than the original, in words; nothing when it says the same or less. */
function contradictions(before: ReadRow, after: ReadRow): string[] {
  if (!before.facts || !after.facts) return []
  if (after.problems.some(({ code }) => code === 'LAST_LINE_OPEN')) return []
  const known = before.facts as unknown as Readonly<Record<string, unknown>>
  return Object.entries(after.facts).flatMap(([key, value]) => {
    if (value === null || value === undefined) return []
    if (JSON.stringify(value) === JSON.stringify(known[key])) return []
    // Many rows repeat the building behind the address; without its own column it cannot be told apart.
    if (key === 'address' && isWithBuilding(String(value), String(known.address), before.cells)) return []
    return [`line ${before.line}, ${key}: ${JSON.stringify(known[key])} became ${JSON.stringify(value)}`]
  })
}

const isWithBuilding = (address: string, known: string, cells: ReadRow['cells']): boolean =>
  ['方書（ビル名等）', '方書', '建物名等(方書)'].some(
    (heading) => cells[heading] && unspaced(address) === unspaced(`${known}${cells[heading]}`),
  )

/** Facts that are gone although no column is missing and nothing is said about the row. */
function silences(before: ReadRow, after: ReadRow): string[] {
  if (!before.facts) return []
  if (!after.facts)
    return after.problems.some(({ weight }) => weight === 'REFUSED') ? [] : [`line ${before.line}`]
  const said = after.facts as unknown as Readonly<Record<string, unknown>>
  return Object.entries(before.facts).flatMap(([key, value]) =>
    value !== null && (said[key] ?? null) === null && !after.problems.some(({ weight }) => weight === 'NOTED')
      ? [`line ${before.line}, ${key}`]
      : [],
  )
}

const FOR_COLUMNS: ReadonlySet<string> = new Set([
  'COLUMNS_MISSING',
  'FILE_NOT_TABLE',
  'SHELTER_KIND_UNKNOWN',
])

/** What is wrong with the reading of a damaged file; nothing when it says the same, or less with a word about it. */
async function faults({ name, format, table, rows }: Original, damage: Damage): Promise<string[]> {
  const touched = damage.lost.length + damage.renamed.length > 0
  let after: ReadRow[]
  try {
    after = await rowsOf(damaged(table, damage), name, format)
  } catch (error) {
    // A file is refused for a column that is gone or bears an unknown name, for nothing else.
    const refused = error instanceof UnreadableFile && touched && FOR_COLUMNS.has(error.code)
    return refused ? [] : [String(error)]
  }
  if (after.length !== rows.length) return [`${rows.length} rows became ${after.length}`]
  const mustSpeak = damage.lost.length === 0 && !damage.renamed.some((n) => n % 3 === 2)
  return rows.flatMap((before, n) => {
    const now = after[n]
    return now ? [...contradictions(before, now), ...(mustSpeak ? silences(before, now) : [])] : []
  })
}

/** The same of a file that was cut off: the rows before the cut, then perhaps a refusal. */
async function faultsOfCut({ name, format, rows }: Original, cut: Uint8Array): Promise<string[]> {
  const read: ReadRow[] = []
  const failures: unknown[] = []
  try {
    for await (const row of readFile(opened(cut), name, { format, municipalities })) read.push(row)
  } catch (error) {
    failures.push(error)
  }
  return [
    ...failures.filter((error) => !(error instanceof UnreadableFile)).map(String),
    ...read.flatMap((row, n) => (rows[n] ? contradictions(rows[n], row) : [`row ${n} was not there`])),
  ]
}

const harms: readonly (readonly [string, Partial<Damage>])[] = [
  ['in Shift_JIS', { encoding: 'Shift_JIS' }],
  ['in UTF-16, by tabs', { encoding: 'UTF-16 LE', delimiter: '\t' }],
  ['with a byte order mark', { encoding: 'UTF-8 BOM' }],
  ['opened in a spreadsheet', { numbers: true, phones: true }],
  ['opened in a spreadsheet that writes decimals', { numbers: true, decimals: '.0', lineEnd: '\n' }],
  ['saved as a workbook', { container: 'XLSX', numbers: true }],
  ['with shuffled columns', { order: Array.from({ length: 45 }, (_, n) => (n * 17) % 45) }],
  ['with full-width digits', { wide: true }],
  ['with a title above and columns more', { title: true, further: 2 }],
]

describe('a damaged file', () => {
  it.each(harms.map(([words, damage], n) => ({ words, damage, n })))(
    '$words gives the same facts',
    async ({ damage, n }) => {
      // The 69 files of 国土地理院 are alike: each takes its turn with every third damage.
      const files = originals.filter(({ format }, file) => format !== 'GSI_SHELTERS' || file % 3 === n % 3)
      for (const file of files) expect(await faults(file, { ...unharmed, ...damage })).toEqual([])
    },
  )

  it.each(invented)('%s gives the same facts or fewer, whichever column is lost', async (name) => {
    const file = originals.find((one) => one.name === name)
    if (!file) throw new Error(`${name} was not read`)
    for (const lost of file.table.headings.keys())
      expect([lost, ...(await faults(file, { ...unharmed, lost: [lost] }))]).toEqual([lost])
  })

  it('never says anything else than the original, whatever happened to it', { timeout: 60_000 }, async () => {
    const small = originals.filter(({ rows }) => rows.length <= 120)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...small), damages, async (file, damage) => {
        expect(await faults(file, damage)).toEqual([])
      }),
      { numRuns: 120 },
    )
  })

  it('loses single columns with a word: the format lists each as missing', async () => {
    for (const file of originals.filter(({ name }) => /510|evacuation\/063223|wam|sites_v1/.test(name)))
      for (const [position, heading] of file.table.headings.entries()) {
        const damage = { ...unharmed, lost: [position] }
        expect(await faults(file, damage)).toEqual([])
        const inspection = await inspectFile(opened(damaged(file.table, damage)), file.name)
        expect(inspection.headings).not.toContain(heading)
        const missing = inspection.columns.filter(({ state }) => state === 'MISSING')
        expect(missing.every(({ found }) => found === null)).toBe(true)
      }
  })

  it(
    'cut off anywhere gives the rows before the cut, and a word about the rest',
    { timeout: 60_000 },
    async () => {
      const small = originals.filter(({ rows }) => rows.length <= 120)
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...small),
          fc.double({ min: 0, max: 0.999, noNaN: true }),
          fc.constantFrom<'CSV' | 'XLSX'>('CSV', 'XLSX'),
          async (file, share, container) => {
            const whole = damaged(file.table, { ...unharmed, container })
            const cut = whole.subarray(0, Math.floor(whole.length * share))
            expect(await faultsOfCut(file, cut)).toEqual([])
          },
        ),
        { numRuns: 80 },
      )
    },
  )
})
