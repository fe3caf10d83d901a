import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { NoteCode } from '../rules/reading.ts'
import { assemble } from './assemble.ts'
import { readCareServices } from './care-services.ts'
import { firstOf } from './known.ts'
import { readMunicipalities } from './municipalities.ts'
import {
  UnreadableFile,
  type FileReading,
  type Municipalities,
  type OfficeRow,
  type PublishedRegistry,
  type RefusalCode,
  type RowReport,
  type ShelterRow,
} from './published.ts'
import { readShelters } from './shelters.ts'
import { decode } from './table.ts'

const manifest = z.array(
  z.object({
    format: z.enum(['municipalities', 'care-services', 'designated-shelters', 'emergency-sites']),
    /** File or folder beside the manifest. */
    path: z.string(),
    title: z.string(),
    issuer: z.string(),
    licence: z.string(),
    asOf: z.iso.date(),
  }),
)

export type SourceDescription = z.infer<typeof manifest>[number]

/** One published file, or one folder of files that make up one data set. */
export interface Source extends Omit<SourceDescription, 'path'> {
  /** Path beside the manifest; every row of the registry points to its source by this key. */
  readonly key: string
  readonly contentHash: Buffer
  readonly rowCount: number
}

export interface PublishedFolder {
  readonly sources: readonly Source[]
  readonly registry: PublishedRegistry
  readonly refused: readonly RowReport<RefusalCode>[]
  readonly noted: readonly RowReport<NoteCode>[]
  /** Files that say that nothing is published. */
  readonly unavailable: readonly string[]
  /** Files that could not be used, each with the reason in a sentence. */
  readonly unreadable: readonly string[]
}

interface SourceFile {
  readonly name: string
  readonly bytes: Buffer
}

/**
 * Reads a folder of published files with its manifest `sources.json` and puts together what they say.
 * The result depends on the files alone; nothing is read from or written to the database.
 */
export function readPublishedFolder(folder: string): PublishedFolder {
  const described = manifest.parse(JSON.parse(fs.readFileSync(path.join(folder, 'sources.json'), 'utf8')))
  const reader = new FolderReader()
  const sources = described
    .toSorted((a, b) => Number(b.format === 'municipalities') - Number(a.format === 'municipalities'))
    .flatMap((source) => reader.read(source, filesOf(folder, source.path)))
  return { sources, ...reader.result() }
}

/** The source a file's rows point to: a care service file is one of its own, shelters one per folder. */
export const sourceKeyOf = (row: OfficeRow | ShelterRow): string =>
  'sourceKey' in row ? path.posix.dirname(row.file) : row.file

function filesOf(folder: string, entry: string): SourceFile[] {
  const whole = path.join(folder, entry)
  const names = fs.statSync(whole).isDirectory()
    ? fs
        .readdirSync(whole)
        .toSorted()
        .map((name) => path.posix.join(entry, name))
    : [entry]
  return names.map((name) => ({ name, bytes: fs.readFileSync(path.join(folder, name)) }))
}

function hashOf(files: readonly SourceFile[]): Buffer {
  const hash = createHash('sha256')
  for (const { name, bytes } of files) hash.update(`${name}\0${bytes.length}\0`).update(bytes)
  return hash.digest()
}

class FolderReader {
  readonly #municipalities: Map<string, ReturnType<typeof readMunicipalities>[number]> = new Map()
  readonly #offices: OfficeRow[] = []
  readonly #shelters: ShelterRow[] = []
  readonly #refused: RowReport<RefusalCode>[] = []
  readonly #noted: RowReport<NoteCode>[] = []
  readonly #unavailable: string[] = []
  readonly #unreadable: string[] = []

  read({ path: entry, ...description }: SourceDescription, files: readonly SourceFile[]): Source[] {
    const parts = description.format === 'care-services' ? files.map((file) => [file]) : [files]
    return parts.flatMap((part) => {
      const counts = part.map((file) => this.#readFile(description.format, file))
      const key = description.format === 'care-services' ? firstOf(part).name : entry
      const rowCount = counts.reduce((sum, count) => sum + count, 0)
      return [{ key, ...description, contentHash: hashOf(part), rowCount }]
    })
  }

  result(): Omit<PublishedFolder, 'sources'> {
    const offices = this.#withoutRepetitions()
    const assembled = assemble(offices)
    return {
      registry: {
        municipalities: [...this.#municipalities.values()],
        ...assembled,
        shelters: this.#shelters,
      },
      refused: this.#refused,
      noted: this.#noted,
      unavailable: this.#unavailable,
      unreadable: this.#unreadable,
    }
  }

  /** Number of rows in the file, refused ones included. */
  #readFile(format: SourceDescription['format'], { name, bytes }: SourceFile): number {
    const text = decode(bytes)
    const municipalities: Municipalities = this.#municipalities
    try {
      switch (format) {
        case 'municipalities': {
          const found = readMunicipalities(name, text)
          for (const municipality of found) this.#municipalities.set(municipality.code, municipality)
          return found.length
        }
        case 'care-services':
          return this.#keep(readCareServices(name, text, municipalities), this.#offices)
        case 'designated-shelters':
        case 'emergency-sites': {
          const kind = format === 'emergency-sites' ? 'EMERGENCY_SITE' : 'DESIGNATED_SHELTER'
          const reading = readShelters(kind, name, text, municipalities)
          if (reading) return this.#keep(reading, this.#shelters)
          this.#unavailable.push(name)
          return 0
        }
      }
    } catch (error) {
      if (!(error instanceof UnreadableFile || error instanceof SyntaxError)) throw error
      this.#unreadable.push(error.message)
      return 0
    }
  }

  #keep<Row>(reading: FileReading<Row>, rows: Row[]): number {
    rows.push(...reading.rows)
    this.#refused.push(...reading.refused)
    this.#noted.push(...reading.noted)
    return reading.rows.length + reading.refused.length
  }

  /** The same service of the same office in two rows: the first counts, the others are refused. */
  #withoutRepetitions(): OfficeRow[] {
    const seen = new Set<string>()
    return this.#offices.filter((row) => {
      const key = `${row.officeNumber} ${row.serviceCode}`
      if (!seen.has(key)) return seen.add(key)
      this.#refused.push({ file: row.file, line: row.line, code: 'ROW_TWICE' })
      return false
    })
  }
}
