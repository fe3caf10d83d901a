import fs from 'node:fs'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { readMunicipalities } from '../../api/src/modules/registry/import/municipalities.ts'
import type { Municipalities, OpenFile } from '../../api/src/modules/registry/import/read/plan.ts'
import { projectRoot } from '../../scripts/project.ts'

export type TextEncoding = 'UTF-8' | 'UTF-8 BOM' | 'Shift_JIS' | 'UTF-16 LE'

/** A file of the project, by its path from the root. */
export const fileOf = (name: string): Buffer => fs.readFileSync(path.join(projectRoot, name))

/** The municipalities of 山形県, as the product ships them. */
export function yamagata(): Municipalities {
  const file = 'data/map/yamagata_municipalities.geojson'
  return new Map(readMunicipalities(file, fileOf(file).toString()).map((one) => [one.code, one]))
}

/** A file that arrives in chunks of a size that cuts characters and rows in two. */
export const opened = (bytes: Uint8Array, chunk = 8191): OpenFile =>
  async function* () {
    for (let start = 0; start < bytes.length; start += chunk) yield bytes.subarray(start, start + chunk)
  }

/** Everything that an iteration gives. */
export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = []
  for await (const item of items) list.push(item)
  return list
}

const shiftJis = new Map<string, readonly number[]>()

function learnShiftJis(): void {
  const decoder = new TextDecoder('shift_jis', { fatal: true })
  const learn = (...code: number[]) => {
    try {
      const character = decoder.decode(Uint8Array.from(code))
      if (!shiftJis.has(character)) shiftJis.set(character, code)
    } catch {
      // No character.
    }
  }
  for (let single = 0; single < 0x100; single++) learn(single)
  for (let lead = 0x81; lead <= 0xfc; lead++)
    for (let trail = 0x40; trail <= 0xfc; trail++) learn(lead, trail)
}

// What Windows writes for characters that Shift_JIS has under another code.
const SUBSTITUTES: Readonly<Record<string, string>> = { '〜': '～', '−': '－', '‖': '∥', '—': '―' }

/** The bytes of a text as a program writes them that puts "?" for what Shift_JIS does not have. */
export function encoded(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'UTF-8') return Buffer.from(text)
  if (encoding === 'UTF-8 BOM') return Buffer.from(`\ufeff${text}`)
  if (encoding === 'UTF-16 LE') return Buffer.from(`\ufeff${text}`, 'utf16le')
  if (shiftJis.size === 0) learnShiftJis()
  return Uint8Array.from(
    Array.from(text, (character) => shiftJis.get(SUBSTITUTES[character] ?? character) ?? [0x3f]).flat(),
  )
}

/** Rows as separated text. */
export const separated = (rows: readonly (readonly string[])[], delimiter = ',', lineEnd = '\r\n'): string =>
  rows
    .map(
      (cells) =>
        cells
          .map((cell) => (/[",;\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
          .join(delimiter) + lineEnd,
    )
    .join('')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function columnName(position: number): string {
  const letter = String.fromCharCode(65 + (position % 26))
  return position < 26 ? letter : columnName(Math.floor(position / 26) - 1) + letter
}

/** What a spreadsheet takes for a number, be it a code with a leading zero. */
const isNumeric = (cell: string): boolean => /^-?[0-9]{1,15}(?:\.[0-9]+)?$/.test(cell)

/** Parts of a workbook by path; tests put in their own where they need another one. */
export function workbookParts(rows: readonly (readonly string[])[], decimals = ''): Record<string, string> {
  const strings = new Map<string, number>()
  const cellOf = (cell: string, reference: string): string => {
    if (cell === '') return ''
    if (isNumeric(cell)) {
      const number = String(Number(cell))
      return `<c r="${reference}"><v>${number.includes('.') ? number : number + decimals}</v></c>`
    }
    if (!strings.has(cell)) strings.set(cell, strings.size)
    return `<c r="${reference}" t="s"><v>${strings.get(cell)}</v></c>`
  }
  const sheet = rows
    .map((cells, n) => {
      const inside = cells.map((cell, position) => cellOf(cell, `${columnName(position)}${n + 1}`)).join('')
      return `<row r="${n + 1}">${inside}</row>`
    })
    .join('')
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return {
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="一覧" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${[...strings.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
  }
}

export const zipped = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))

/** Rows as a spreadsheet saves them that has taken every code for a number. */
export const workbook = (rows: readonly (readonly string[])[], decimals = ''): Uint8Array =>
  zipped(workbookParts(rows, decimals))
