// How fast files are read, in how much memory, and how long other work of the process has to wait meanwhile:
//   node tests/bench/reading.ts [rows] [part of a file's name]
// Each format is read in a process of its own, from rows of the real files repeated with other numbers.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { inspectFile } from '../../api/src/modules/registry/import/read/inspect-file.ts'
import { openTables } from '../../api/src/modules/registry/import/read/open-tables.ts'
import { readFile } from '../../api/src/modules/registry/import/read/read-file.ts'
import { isOfficeNumber } from '../../api/src/modules/registry/rules/checked-numbers.ts'
import { projectRoot } from '../../scripts/project.ts'
import { all, encoded, opened, separated, workbook, yamagata } from '../support/import-files.ts'

type Rows = readonly (readonly string[])[]

const HEADINGS_OF_NUMBERS = new Set(['事業所番号', '共通ID', 'ID', 'NO', 'No'])

async function tableOf(name: string): Promise<Rows> {
  const [raw] = await openTables(opened(fs.readFileSync(path.join(projectRoot, name))))
  const records = raw ? (await all(raw.records())).map(({ cells }) => cells) : []
  // A title above the heading is not repeated.
  return records.slice(records.findIndex((cells) => cells.filter((cell) => cell !== '').length > 1))
}

/** As many rows as wanted, each with a number of its own. */
function repeated([headings = [], ...rows]: Rows, wanted: number): Rows {
  const numbered = new Set(headings.flatMap((heading, n) => (HEADINGS_OF_NUMBERS.has(heading) ? [n] : [])))
  const further = Array.from({ length: wanted }, (_, n) => {
    const cells = rows[n % rows.length] ?? []
    return headings.map((_heading, position) => {
      const cell = cells[position] ?? ''
      return numbered.has(position) ? numberOf(cell, n) : cell
    })
  })
  return [headings, ...further]
}

function numberOf(cell: string, n: number): string {
  if (cell === '') return cell
  if (!/^06[0-9]{8}$/.test(cell)) return `${cell.slice(0, 6)}${String(n).padStart(8, '0')}`
  const nine = `06${String(n).padStart(7, '0')}`
  return Array.from({ length: 10 }, (_, digit) => `${nine}${digit}`).find(isOfficeNumber) ?? cell
}

const asFeatures = ([headings = [], ...rows]: Rows): string => {
  const features = rows.map((cells) => {
    const all = Object.fromEntries(headings.map((heading, n) => [heading, cells[n] ?? '']))
    const { 緯度, 経度, ...properties } = all
    const geometry = { type: 'Point', coordinates: [Number(経度), Number(緯度)] }
    return JSON.stringify({ type: 'Feature', geometry, properties })
  })
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}`
}

const CARE = 'data/kaigo/jigyosho_730_yamagata.csv'
const SITES = 'data/shelters/yamagatashi_emergency_sites.xlsx'
const SHELTERS = 'data/shelters/gsi_yamagata/emergency/062014.json'
const WAM = 'tests/fixtures/import/wam_mihon.csv'
const STANDARD = 'tests/fixtures/import/standard_care_offices_v1_mihon.csv'
const OWN = 'tests/fixtures/import/own_list_mihon.csv'

const FILES: readonly (readonly [name: string, from: string, make: (rows: Rows) => Uint8Array | string])[] = [
  ['care-services.csv', CARE, (rows) => separated(rows)],
  ['care-services-sjis.csv', CARE, (rows) => encoded(separated(rows), 'Shift_JIS')],
  ['care-services.xlsx', CARE, (rows) => workbook(rows)],
  ['wam.csv', WAM, (rows) => separated(rows)],
  ['gsi-emergency.json', SHELTERS, asFeatures],
  ['standard-sites.xlsx', SITES, (rows) => workbook(rows, '.0')],
  ['standard-sites.csv', SITES, (rows) => separated(rows)],
  ['standard-care-offices.csv', STANDARD, (rows) => separated(rows)],
  ['own-list.csv', OWN, (rows) => separated(rows)],
]

interface Measure {
  readonly rows: number
  readonly refused: number
  readonly seconds: number
  readonly processor: number
  readonly before: number
  readonly peak: number
  readonly wait: number
}

/** In a process of its own: reads one file to its end and prints what it took. */
async function measure(file: string): Promise<void> {
  const open = () => fs.createReadStream(file)
  const municipalities = yamagata()
  const { format, proposedMapping } = await inspectFile(open, file)
  const mapping = format === null && proposedMapping ? { mapping: proposedMapping } : {}
  const before = process.memoryUsage().rss
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const cpu = process.cpuUsage()
  const began = performance.now()
  let rows = 0
  let refused = 0
  for await (const { facts } of readFile(open, file, {
    format: format ?? 'MAPPED',
    municipalities,
    ...mapping,
  })) {
    rows++
    if (!facts) refused++
  }
  const { user, system } = process.cpuUsage(cpu)
  const result: Measure = {
    rows,
    refused,
    seconds: (performance.now() - began) / 1000,
    processor: (user + system) / 1e6,
    before: before / 2 ** 20,
    peak: process.resourceUsage().maxRSS / 1024,
    wait: delay.max / 1e6,
  }
  console.log(JSON.stringify(result))
}

async function measureAll(wanted: number, part: string): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yui-reading-'))
  try {
    console.log(`${wanted.toLocaleString('en')} rows\n`)
    console.log(
      '| file | MB | rows/s | rows per second of processor | MB before | MB peak | longest wait, ms | refused |',
    )
    console.log('|---|---|---|---|---|---|---|---|')
    for (const [name, from, make] of FILES.filter(([one]) => one.includes(part))) {
      const file = path.join(folder, name)
      fs.writeFileSync(file, make(repeated(await tableOf(from), wanted)))
      const size = fs.statSync(file).size / 2 ** 20
      const output = execFileSync(process.execPath, [import.meta.filename, 'read', file], {
        encoding: 'utf8',
      })
      const { rows, refused, seconds, processor, before, peak, wait } = JSON.parse(output) as Measure
      const figures = [size.toFixed(1), rows / seconds, rows / processor, before, peak, wait, refused].map(
        (figure) => (typeof figure === 'string' ? figure : Math.round(figure).toLocaleString('en')),
      )
      console.log(`| ${name} | ${figures.join(' | ')} |`)
    }
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

const [task = '60000', file = ''] = process.argv.slice(2)
await (task === 'read' ? measure(file) : measureAll(Number(task), file))
