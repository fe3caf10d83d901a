// The container in which Office keeps a workbook that has a password ([MS-CFB], version 3): a few streams in one file.

const SECTOR = 512
const SMALL_SECTOR = 64
/** Streams below this lie in small sectors. */
const SMALL = 4096
const END = 0xfffffffe
const FREE = 0xffffffff
const TABLE = 0xfffffffd
const NOBODY = 0xffffffff
/** Sectors of the table that the head itself names; with more a second list would begin. */
const MOST_TABLES = 109

export interface NamedStream {
  readonly name: string
  readonly bytes: Buffer
}

const padded = (bytes: Buffer, to: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((to - (bytes.length % to)) % to)])

const words = (values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => bytes.writeUInt32LE(value, index * 4))
  return bytes
}

/** A run of sectors, each naming the next. */
const chain = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, n) => (n === count - 1 ? END : from + n + 1))

interface Entry {
  readonly name: string
  readonly kind: 'ROOT' | 'STREAM' | 'NONE'
  readonly start: number
  readonly size: number
  readonly right?: number
  readonly child?: number
}

function directoryEntry({ name, kind, start, size, right = NOBODY, child = NOBODY }: Entry): Buffer {
  const bytes = Buffer.alloc(128)
  if (kind !== 'NONE') {
    bytes.write(name, 0, 'utf16le')
    bytes.writeUInt16LE((name.length + 1) * 2, 64)
    bytes.writeUInt8(kind === 'ROOT' ? 5 : 2, 66)
    // Black; a stream to the right of another one is red.
    bytes.writeUInt8(1, 67)
  }
  bytes.writeUInt32LE(NOBODY, 68)
  bytes.writeUInt32LE(right, 72)
  bytes.writeUInt32LE(child, 76)
  bytes.writeUInt32LE(start, 116)
  bytes.writeUInt32LE(size, 120)
  return bytes
}

/** Two streams in one compound file; the first has the shorter name. */
export function compoundFile([first, second]: readonly [NamedStream, NamedStream]): Buffer {
  if (first.name.length >= second.name.length) throw new Error('the shorter name comes first')
  const streams = [first, second]
  const small: Buffer[] = []
  const smallTable: number[] = []
  const large: Buffer[] = []
  const table: number[] = []
  const put = (bytes: Buffer): number => {
    const start = table.length
    large.push(padded(bytes, SECTOR))
    table.push(...chain(start, Math.ceil(bytes.length / SECTOR)))
    return start
  }
  const starts = streams.map(({ bytes }) => {
    if (bytes.length >= SMALL) return put(bytes)
    const start = smallTable.length
    small.push(padded(bytes, SMALL_SECTOR))
    smallTable.push(...chain(start, Math.ceil(bytes.length / SMALL_SECTOR)))
    return start
  })
  const smallBytes = Buffer.concat(small)
  const smallStart = smallBytes.length > 0 ? put(smallBytes) : END
  const smallTableStart =
    smallTable.length > 0
      ? put(words([...smallTable, ...Array.from({ length: -smallTable.length & 127 }, () => FREE)]))
      : END
  const directoryStart = put(
    Buffer.concat([
      directoryEntry({
        name: 'Root Entry',
        kind: 'ROOT',
        start: smallStart,
        size: smallBytes.length,
        child: 1,
      }),
      ...streams.map(({ name, bytes }, index) =>
        directoryEntry({
          name,
          kind: 'STREAM',
          start: starts[index] ?? END,
          size: bytes.length,
          ...(index === 0 && { right: 2 }),
        }),
      ),
      directoryEntry({ name: '', kind: 'NONE', start: 0, size: 0 }),
    ]),
  )
  // The table names its own sectors too.
  let tables = 0
  while (tables * 128 < table.length + tables) tables++
  if (tables > MOST_TABLES) throw new Error('the file is too large for its container')
  const tableStart = table.length
  const all = [...table, ...Array.from({ length: tables }, () => TABLE)]
  const whole = words([...all, ...Array.from({ length: tables * 128 - all.length }, () => FREE)])

  const head = Buffer.alloc(SECTOR)
  head.write('d0cf11e0a1b11ae1', 0, 'hex')
  head.writeUInt16LE(0x3e, 24)
  head.writeUInt16LE(3, 26)
  head.writeUInt16LE(0xfffe, 28)
  head.writeUInt16LE(9, 30)
  head.writeUInt16LE(6, 32)
  head.writeUInt32LE(tables, 44)
  head.writeUInt32LE(directoryStart, 48)
  head.writeUInt32LE(SMALL, 56)
  head.writeUInt32LE(smallTableStart, 60)
  head.writeUInt32LE(Math.ceil(smallTable.length / 128), 64)
  head.writeUInt32LE(END, 68)
  words(Array.from({ length: MOST_TABLES }, (_, n) => (n < tables ? tableStart + n : FREE))).copy(head, 76)
  return Buffer.concat([head, ...large, whole])
}
