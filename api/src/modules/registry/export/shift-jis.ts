/** Stands for a character that Shift_JIS does not have. */
const MISSING = '〓'

/** What decodes Shift_JIS also tells how to encode it: every pair of bytes is decoded once. */
function encodingTable(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('shift_jis')
  const table = new Map<string, number>()
  const note = (code: number, bytes: readonly number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes))
    // Of several codes for one character the first counts, as in Windows.
    if (!character.includes('\uFFFD') && !table.has(character)) table.set(character, code)
  }
  for (let byte = 0; byte < 0x80; byte++) note(byte, [byte])
  for (let byte = 0xa1; byte <= 0xdf; byte++) note(byte, [byte])
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if (lead >= 0xa0 && lead < 0xe0) continue
    // NEC's doubles of IBM's characters, which nobody writes, and the private characters of old telephones.
    if (lead === 0xed || lead === 0xee || (lead >= 0xf0 && lead < 0xfa)) continue
    for (let trail = 0x40; trail <= 0xfc; trail++)
      if (trail !== 0x7f) note(lead * 0x100 + trail, [lead, trail])
  }
  for (const [character, same] of Object.entries(SAME_SIGNS)) {
    const code = table.get(same)
    if (code !== undefined) table.set(character, code)
  }
  return table
}

/** Signs that Unicode has twice and Shift_JIS once. */
const SAME_SIGNS: Readonly<Record<string, string>> = {
  '\u2014': '\u2015',
  '\u301c': '\uff5e',
  '\u2016': '\u2225',
  '\u2212': '\uff0d',
  '\u00a5': '\uffe5',
  '\u00a2': '\uffe0',
  '\u00a3': '\uffe1',
  '\u00ac': '\uffe2',
}

let table: ReadonlyMap<string, number> | undefined

/** Text as old Excel wants it (Windows-31J). A character that it does not have becomes 〓, so that its loss is seen. */
export function toShiftJis(text: string): Buffer {
  table ??= encodingTable()
  const missing = table.get(MISSING) ?? 0x3f
  const bytes: number[] = []
  for (const character of text) {
    const code = table.get(character) ?? missing
    if (code > 0xff) bytes.push(code >> 8)
    bytes.push(code & 0xff)
  }
  return Buffer.from(bytes)
}

/** Lines in Shift_JIS, without a mark. */
export async function* shiftJis(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const text of lines) if (text !== '') yield toShiftJis(text)
}
