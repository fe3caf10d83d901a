export type CsvEncoding = 'utf-8' | 'shift_jis'

/**
 * One line of a table for Excel. A cell that Excel would run as a formula is disarmed by an apostrophe, as Excel itself
 * marks text; a number with a sign stays one.
 */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(cell: string): string {
  const harmless = /^[=+\-@\t\r]/.test(cell) && !/^[+-]?[0-9][0-9.,-]*$/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** How a table's text becomes bytes, and what stands before it so that Excel knows. */
export function encoderFor(encoding: CsvEncoding): {
  readonly start: Uint8Array
  readonly encode: (text: string) => Uint8Array
} {
  return encoding === 'utf-8'
    ? { start: Uint8Array.of(0xef, 0xbb, 0xbf), encode: (text) => new TextEncoder().encode(text) }
    : { start: new Uint8Array(), encode: toShiftJis }
}

/** Stands for a character that Shift_JIS does not have, as printers use it. */
const MISSING = [0x81, 0xac] as const

let table: ReadonlyMap<string, readonly number[]> | undefined

function toShiftJis(text: string): Uint8Array {
  table ??= shiftJisTable()
  const bytes: number[] = []
  for (const character of text) bytes.push(...(table.get(character) ?? MISSING))
  return Uint8Array.from(bytes)
}

/** Every character of Shift_JIS with its bytes, made by reading all of them once. */
function shiftJisTable(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('shift_jis', { fatal: true })
  const known = new Map<string, readonly number[]>()
  const learn = (...bytes: number[]) => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes))
      if (!known.has(character)) known.set(character, bytes)
    } catch {
      // These bytes are no character.
    }
  }
  for (let byte = 0; byte < 0x100; byte++) learn(byte)
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    // 0xED and 0xEE repeat characters that stand elsewhere too.
    if ((lead > 0x9f && lead < 0xe0) || lead === 0xed || lead === 0xee) continue
    for (let trail = 0x40; trail <= 0xfc; trail++) learn(lead, trail)
  }
  // What Windows writes for them.
  const windows = { '−': '－', '〜': '～', '‖': '∥', '—': '―' }
  for (const [character, twin] of Object.entries(windows)) {
    const bytes = known.get(twin)
    if (bytes && !known.has(character)) known.set(character, bytes)
  }
  return known
}
