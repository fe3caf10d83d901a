import { Unzip, UnzipInflate } from 'fflate'
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { inPieces } from './pieces.ts'
import type { OpenFile } from './plan.ts'
import { UnreadableFile } from './problems.ts'
import { StringTable } from './string-table.ts'
import type { RawTable, TableRecord } from './table.ts'
import { withoutTwins } from './text.ts'

/** More than this unpacked is no list of facilities but a bomb; 60,000 rows of 40 columns take 120 MB. */
const MOST_UNPACKED = 1024 * 1024 * 1024

/** The XML of a sheet shrinks to a thirtieth when it is packed, so a piece of it is a lot to read. */
const PACKED_PIECE = 2 * 1024

/** Columns beyond this are formatting that somebody dragged to the right. */
const MOST_COLUMNS = 1000

interface Sheet {
  readonly name: string
  /** Path of its part in the archive. */
  readonly part: string
}

/** The sheets of an .xlsx workbook that are not hidden, each as a table. */
export async function openWorkbook(open: OpenFile): Promise<RawTable[]> {
  const strings = new StringTable()
  const book = new BookReader()
  const relations = new RelationsReader()
  const shared = new SharedStringsReader(strings)
  const readers: Readonly<Record<string, () => PartReader>> = {
    'xl/workbook.xml': () => book,
    'xl/_rels/workbook.xml.rels': () => relations,
    'xl/sharedStrings.xml': () => shared,
  }
  for await (const _ of readParts(open, (part) => readers[part]?.() ?? null));
  const sheets = book.sheets.flatMap(({ name, relation, hidden }): Sheet[] => {
    const part = relations.targets.get(relation)
    return part === undefined || hidden ? [] : [{ name, part }]
  })
  if (sheets.length === 0) throw new UnreadableFile('FILE_DAMAGED')
  return sheets.map(({ name, part }) => ({
    container: 'XLSX',
    encoding: null,
    delimiter: null,
    sheet: name,
    records: () => recordsOf(open, part, strings),
  }))
}

async function* recordsOf(open: OpenFile, part: string, strings: StringTable): AsyncGenerator<TableRecord> {
  const reader = new SheetReader(strings)
  for await (const _ of readParts(open, (name) => (name === part ? reader : null))) {
    yield* reader.take()
    if (reader.complete) return
  }
  yield* reader.take()
  if (!reader.complete) throw new UnreadableFile('FILE_DAMAGED')
}

/** Reads one XML part of the archive as it is unpacked. */
abstract class PartReader {
  readonly #parser = new SaxesParser({ xmlns: true, position: false })
  readonly #decoder = new TextDecoder()
  complete = false

  constructor() {
    this.#parser.on('error', () => {
      throw new UnreadableFile('FILE_DAMAGED')
    })
    this.#parser.on('opentag', (tag) => this.open(tag.local, tag))
    this.#parser.on('closetag', (tag) => this.close(tag.local))
    this.#parser.on('text', (text) => this.text(text))
    this.#parser.on('cdata', (text) => this.text(text))
  }

  push(bytes: Uint8Array, last: boolean): void {
    this.#parser.write(this.#decoder.decode(bytes, { stream: !last }))
    if (!last) return
    this.#parser.close()
    this.complete = true
  }

  protected abstract open(name: string, tag: SaxesTagNS): void
  protected close(_name: string): void {}
  protected text(_text: string): void {}
}

const attribute = (tag: SaxesTagNS, local: string): string | undefined =>
  Object.values(tag.attributes).find((one) => one.local === local)?.value

class BookReader extends PartReader {
  readonly sheets: { name: string; relation: string; hidden: boolean }[] = []

  protected open(name: string, tag: SaxesTagNS): void {
    if (name !== 'sheet') return
    this.sheets.push({
      name: attribute(tag, 'name') ?? '',
      relation: attribute(tag, 'id') ?? '',
      hidden: (attribute(tag, 'state') ?? 'visible') !== 'visible',
    })
  }
}

class RelationsReader extends PartReader {
  readonly targets = new Map<string, string>()

  protected open(name: string, tag: SaxesTagNS): void {
    const target = attribute(tag, 'Target')
    if (name !== 'Relationship' || target === undefined) return
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
    this.targets.set(attribute(tag, 'Id') ?? '', part)
  }
}

class SharedStringsReader extends PartReader {
  readonly #strings: StringTable
  #text = ''
  #reading = false
  // 読み: what the input method noted beside the text, which is no part of it.
  #phonetic = false

  constructor(strings: StringTable) {
    super()
    this.#strings = strings
  }

  protected open(name: string): void {
    if (name === 'si') this.#text = ''
    else if (name === 'rPh') this.#phonetic = true
    else if (name === 't') this.#reading = !this.#phonetic
  }

  protected override close(name: string): void {
    if (name === 't') this.#reading = false
    else if (name === 'rPh') this.#phonetic = false
    else if (name === 'si') this.#strings.add(unescaped(this.#text))
  }

  protected override text(text: string): void {
    if (this.#reading) this.#text += text
  }
}

class SheetReader extends PartReader {
  readonly #strings: StringTable
  #records: TableRecord[] = []
  #line = 0
  #cells: string[] = []
  #column = 0
  #type = ''
  #value = ''
  #reading = false
  #phonetic = false

  constructor(strings: StringTable) {
    super()
    this.#strings = strings
  }

  /** The rows that have been read since the last call. */
  take(): TableRecord[] {
    const records = this.#records
    this.#records = []
    return records
  }

  protected open(name: string, tag: SaxesTagNS): void {
    switch (name) {
      case 'row':
        this.#line = Number(attribute(tag, 'r') ?? this.#line + 1)
        this.#cells = []
        this.#column = 0
        return
      case 'c': {
        const reference = attribute(tag, 'r')
        if (reference !== undefined) this.#column = columnOf(reference)
        this.#type = attribute(tag, 't') ?? 'n'
        this.#value = ''
        return
      }
      case 'rPh':
        this.#phonetic = true
        return
      case 'v':
      case 't':
        this.#reading = !this.#phonetic
    }
  }

  protected override close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.#reading = false
        return
      case 'rPh':
        this.#phonetic = false
        return
      case 'c':
        if (this.#value !== '' && this.#column < MOST_COLUMNS) {
          while (this.#cells.length < this.#column) this.#cells.push('')
          this.#cells[this.#column] = withoutTwins(this.#cell())
        }
        this.#column++
        return
      case 'row':
        if (this.#cells.some((cell) => cell.trim() !== ''))
          this.#records.push({ line: this.#line, cells: this.#cells })
    }
  }

  protected override text(text: string): void {
    if (this.#reading) this.#value += text
  }

  #cell(): string {
    switch (this.#type) {
      case 's':
        return this.#strings.get(Number(this.#value))
      case 'b':
        return this.#value === '1' ? 'TRUE' : 'FALSE'
      case 'n':
        return asShown(this.#value)
      default:
        return unescaped(this.#value)
    }
  }
}

/** A number of a cell as the spreadsheet shows it: 62014.0 and 6.2014E4 are 62014, which loses nothing. */
function asShown(value: string): string {
  const number = Number(value)
  return Number.isFinite(number) && Math.abs(number) < 1e15 ? String(number) : value
}

/** 0 for A, 26 for AA. */
function columnOf(reference: string): number {
  let column = 0
  for (const character of reference) {
    const letter = character.charCodeAt(0) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}

// A workbook writes characters that XML cannot hold as _x000D_.
const unescaped = (text: string): string =>
  text
    .replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n')

/** Unpacks the parts of an archive that somebody reads, piece by piece; yields after each piece of the file. */
async function* readParts(
  open: OpenFile,
  readerOf: (part: string) => PartReader | null,
): AsyncGenerator<void> {
  let unpacked = 0
  let failure: Error | undefined
  const archive = new Unzip((file) => {
    const reader = readerOf(file.name.replaceAll('\\', '/'))
    if (!reader) return
    file.ondata = (error, bytes, last) => {
      if (failure !== undefined) return
      unpacked += bytes?.length ?? 0
      try {
        if (error) throw new UnreadableFile('FILE_DAMAGED')
        if (unpacked > MOST_UNPACKED) throw new UnreadableFile('FILE_TOO_LARGE')
        reader.push(bytes, last)
      } catch (problem) {
        failure = problem instanceof Error ? problem : new UnreadableFile('FILE_DAMAGED')
      }
    }
    file.start()
  })
  archive.register(UnzipInflate)
  for await (const piece of inPieces(open, PACKED_PIECE)) {
    try {
      archive.push(piece)
    } catch {
      failure ??= new UnreadableFile('FILE_DAMAGED')
    }
    if (failure !== undefined) throw failure
    yield
  }
}
