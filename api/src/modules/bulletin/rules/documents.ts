/** Bytes of one version at most. */
export const LARGEST_FILE = 20 * 1024 * 1024

/** Years a document may be kept; without a number it is kept for good. */
export const RETENTION_YEARS = { least: 1, most: 100 } as const

/** The last day of keeping: the same day so many years later, or the last of February. */
export function retainUntil(from: Date, years: number | null): Date | null {
  if (years === null) return null
  const [year, month, day] = [from.getUTCFullYear() + years, from.getUTCMonth(), from.getUTCDate()]
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(day, lastOfMonth)))
}

/** What is told of a document's age. */
interface Kept {
  readonly latestNumber: number
  readonly retainUntil: Date | null
  readonly deletedAt: Date | null
}

/** Whether the time of keeping is over on a day, so that a person may delete it. What never had a file may go at once. */
export const mayGo = ({ latestNumber, retainUntil: until }: Kept, today: Date): boolean =>
  latestNumber === 0 || (until !== null && until < today)

/** Whether it stands in the list of what a person should look at and delete. */
export const isDue = (document: Kept, today: Date): boolean =>
  document.deletedAt === null && document.latestNumber > 0 && mayGo(document, today)

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'

/** Kinds of file by the ending of their name: the type they are served as, and how their bytes begin. */
const KINDS: Readonly<Record<string, { type: string; looksRight: (head: Uint8Array) => boolean }>> = {
  pdf: { type: 'application/pdf', looksRight: (head) => begins(head, '%PDF-') },
  docx: { type: DOCX, looksRight: isPackage },
  xlsx: { type: XLSX, looksRight: isPackage },
  pptx: { type: PPTX, looksRight: isPackage },
  doc: { type: 'application/msword', looksRight: isOldOffice },
  xls: { type: 'application/vnd.ms-excel', looksRight: isOldOffice },
  ppt: { type: 'application/vnd.ms-powerpoint', looksRight: isOldOffice },
  png: { type: 'image/png', looksRight: (head) => startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]) },
  jpg: { type: 'image/jpeg', looksRight: isJpeg },
  jpeg: { type: 'image/jpeg', looksRight: isJpeg },
  txt: { type: 'text/plain', looksRight: isText },
  csv: { type: 'text/csv', looksRight: isText },
}

/** What a file is, by its name and its first bytes; null if the two disagree or it is of no kind that is kept. */
export function mediaTypeOf(fileName: string, head: Uint8Array): string | null {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const kind = Object.hasOwn(KINDS, ending) ? KINDS[ending] : undefined
  return kind?.looksRight(head) ? kind.type : null
}

const startsWith = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, n) => head[n] === byte)

const begins = (head: Uint8Array, text: string): boolean =>
  startsWith(
    head,
    [...text].map((letter) => letter.codePointAt(0) ?? 0),
  )

function isPackage(head: Uint8Array): boolean {
  return startsWith(head, [0x50, 0x4b, 0x03, 0x04])
}

function isOldOffice(head: Uint8Array): boolean {
  return startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
}

function isJpeg(head: Uint8Array): boolean {
  return startsWith(head, [0xff, 0xd8, 0xff])
}

/** No control characters besides the ends of lines and tabs, and no mark-up that a careless program might run. */
function isText(head: Uint8Array): boolean {
  if (head.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b))) return false
  const start = String.fromCodePoint(...head.subarray(0, 512))
  return !/^\s*(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|html|svg|\?xml|script)/i.test(start)
}

/** Kinds of the notifications that tell of a document: its first file, and later ones. */
export const DOCUMENT_ADDED = 'bulletin.documentAdded'
export const DOCUMENT_RENEWED = 'bulletin.documentRenewed'
