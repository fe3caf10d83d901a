import { inPieces, startOf } from './pieces.ts'
import type { Encoding, OpenFile } from './plan.ts'

/** Enough to tell the encoding: Japanese text shows it in its first lines. */
const SAMPLE = 256 * 1024

const DECODER: Readonly<Record<Encoding, string>> = {
  'UTF-8': 'utf-8',
  'UTF-8 BOM': 'utf-8',
  'UTF-16 LE': 'utf-16le',
  'UTF-16 BE': 'utf-16be',
  Shift_JIS: 'shift_jis',
}

/**
 * The encoding of a text told by its first bytes: by a byte order mark, else UTF-8 if it reads as such, else whichever
 * of UTF-8 and Shift_JIS leaves fewer characters unreadable.
 */
export function encodingOf(start: Uint8Array): Encoding {
  const [a, b, c] = start
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'UTF-8 BOM'
  if (a === 0xff && b === 0xfe) return 'UTF-16 LE'
  if (a === 0xfe && b === 0xff) return 'UTF-16 BE'
  const unreadable = unreadableIn(start, 'utf-8')
  return unreadable > 0 && unreadableIn(start, 'shift_jis') < unreadable ? 'Shift_JIS' : 'UTF-8'
}

// `stream` leaves out the character that the sample cuts in two.
const unreadableIn = (bytes: Uint8Array, encoding: string): number =>
  new TextDecoder(encoding).decode(bytes, { stream: true }).split('\ufffd').length - 1

/** Whether the bytes are no text at all. */
function isBinary(start: Uint8Array, encoding: Encoding): boolean {
  if (encoding.startsWith('UTF-16')) return false
  return start.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c)
}

// Shift_JIS has one of each; which of the two a program makes of it is chance.
const TWINS: Readonly<Record<string, string>> = {
  '〜': '～',
  '−': '－',
  '‖': '∥',
  '—': '―',
  '¢': '￠',
  '£': '￡',
  '¬': '￢',
}

/** One of two characters that look the same and cannot be told apart in Shift_JIS. */
export const withoutTwins = (text: string): string =>
  text.replace(/[〜−‖—¢£¬]/g, (character) => TWINS[character] ?? character)

/** The text of a file, piece by piece, with one kind of line ends and without byte order mark. */
export async function* textOf(open: OpenFile, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(DECODER[encoding])
  let carriageReturn = false
  const withLineFeeds = (text: string): string => {
    const whole = carriageReturn ? `\r${text}` : text
    carriageReturn = whole.endsWith('\r')
    return (carriageReturn ? whole.slice(0, -1) : whole).replace(/\r\n?/g, '\n')
  }
  for await (const piece of inPieces(open)) {
    const text = withLineFeeds(decoder.decode(piece, { stream: true }))
    if (text !== '') yield withoutTwins(text)
  }
  const last = withLineFeeds(decoder.decode()) + (carriageReturn ? '\n' : '')
  if (last !== '') yield withoutTwins(last)
}

/** The first characters of a text as `textOf` gives them. */
export async function startOfText(
  open: OpenFile,
): Promise<{ encoding: Encoding; binary: boolean; text: string }> {
  const bytes = await startOf(open, SAMPLE)
  const encoding = encodingOf(bytes)
  const text = withoutTwins(new TextDecoder(DECODER[encoding]).decode(bytes, { stream: true }))
  return { encoding, binary: isBinary(bytes, encoding), text: text.replace(/\r\n?/g, '\n') }
}
