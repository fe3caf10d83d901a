import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { runCommand, type CommandContext } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { applyImport } from '../commands/apply-import.ts'
import { checkImport } from '../commands/check-import.ts'
import { confirmImport } from '../commands/confirm-import.ts'
import { dropImport } from '../commands/drop-import.ts'
import { importMunicipalities } from '../commands/import-municipalities.ts'
import { putInFiles, type FileToPutIn } from '../commands/put-in-files.ts'
import { startImport } from '../commands/start-import.ts'
import { checkRun } from './check-run.ts'
import { readMunicipalities } from './municipalities.ts'
import { inspectFile } from './read/inspect-file.ts'
import { receiveFile } from './receive-file.ts'
import { sourceHashOf } from './write.ts'

const manifest = z.array(
  z.object({
    format: z.enum(['municipalities', 'care-services', 'designated-shelters', 'emergency-sites', 'table']),
    /** File or folder beside the manifest. */
    path: z.string(),
    title: z.string(),
    issuer: z.string(),
    licence: z.string(),
    asOf: z.iso.date(),
    /** It lists everything of its source: what vanishes from it is closed. */
    complete: z.boolean().default(false),
  }),
)

type SourceDescription = z.infer<typeof manifest>[number]
type Context = Pick<CommandContext, 'db' | 'clock'>

/** One thing to tell about a row. */
export interface RowReport {
  readonly file: string
  readonly line: number
  readonly code: string
}

export interface ImportResult {
  /** `facilities.created: 422` and so on; only `sourcesRead: 0` when no file had changed. */
  readonly counts: Readonly<Record<string, number>>
  readonly refused: readonly RowReport[]
  readonly noted: readonly RowReport[]
  /** Files that say that nothing is published. */
  readonly unavailable: readonly string[]
  /** Files that could not be used, each with the reason. */
  readonly unreadable: readonly string[]
}

const NOTHING: Omit<ImportResult, 'counts'> = { refused: [], noted: [], unavailable: [], unreadable: [] }

/**
 * Imports a folder of published files with its manifest `sources.json`, in the name of the portal itself and in this
 * process: by the same steps as an upload in the portal, confirmed at once.
 */
export async function importFolder(
  folder: string,
  given: Context,
  { again = false } = {},
): Promise<ImportResult> {
  const context: CommandContext = { ...given, viewer: systemViewer, requestId: null }
  const described = manifest.parse(JSON.parse(fs.readFileSync(path.join(folder, 'sources.json'), 'utf8')))
  const sources = described.map((source) => ({ ...source, files: filesOf(folder, source) }))
  const changed = again ? sources : await changedSources(context, sources)
  if (changed.length === 0) return { counts: { sourcesRead: 0 }, ...NOTHING }

  const counts: Record<string, number> = { sourcesRead: sources.flatMap(keysOf).length }
  for (const source of sources.filter(isMap))
    Object.assign(counts, prefixed('municipalities', await importMap(context, folder, source)))

  const files: FileToPutIn[] = []
  for (const source of sources.filter((one) => !isMap(one)))
    for (const file of source.files) files.push(await lookAt(folder, source, file))
  const { importRunId } = await runCommand(startImport, {}, context)
  await runCommand(putInFiles, { importRunId, files }, context)
  const report = await applyRun(context, importRunId)
  return { ...report, counts: { ...counts, ...report.counts } }
}

/**
 * Imports one file of a known format in the name of the portal itself. It belongs to no published source, so nothing is
 * closed and no credit is written.
 */
export async function importFile(file: string, given: Context): Promise<ImportResult> {
  const context: CommandContext = { ...given, viewer: systemViewer, requestId: null }
  const { importRunId: runId } = await runCommand(startImport, {}, context)
  await receiveFile(context, { runId, name: path.basename(file), body: fs.createReadStream(file) })
  return applyRun(context, runId)
}

/** Checks an import of the portal itself, writes it, and tells what became of everything. */
async function applyRun(context: CommandContext, runId: string): Promise<ImportResult> {
  const { db } = context
  const id = globalId('ImportRun', runId)
  await runCommand(checkImport, { importRunId: id }, context)
  const { checkNumber } = await db.importRun.findUniqueOrThrow({ where: { id: runId } })
  await checkRun(context, { runId, checkNumber })
  const { version, createdCount, changedCount, closedCount } = await db.importRun.findUniqueOrThrow({
    where: { id: runId },
  })
  const result = await report(context, runId)
  if (createdCount + changedCount + closedCount === 0) {
    await runCommand(dropImport, { importRunId: id }, context)
    return result
  }
  await runCommand(confirmImport, { importRunId: id, version }, context)
  await runCommand(applyImport, { importRunId: runId }, context)
  return result
}

const PLURALS: Readonly<Record<string, string>> = {
  CORPORATION: 'corporations',
  FACILITY: 'facilities',
  SERVICE_OFFICE: 'offices',
  SHELTER: 'shelters',
}

const OUTCOMES: Readonly<Record<string, string>> = {
  CREATE: 'created',
  CHANGE: 'changed',
  SAME: 'unchanged',
  KEEP: 'unchanged',
  CLOSE: 'closed',
}

async function report({ db }: Context, runId: string): Promise<ImportResult> {
  const sums = await db.importChange.groupBy({ by: ['record', 'action'], where: { runId }, _count: true })
  const counts: Record<string, number> = {}
  for (const plural of Object.values(PLURALS))
    for (const outcome of ['created', 'changed', 'unchanged']) counts[`${plural}.${outcome}`] = 0
  for (const { record, action, _count } of sums) {
    const key = `${PLURALS[record]}.${OUTCOMES[action]}`
    counts[key] = (counts[key] ?? 0) + _count
  }
  const told = await db.$queryRaw<(RowReport & { weight: string })[]>`
    SELECT f.name AS file, r.line, p.weight, p.code
    FROM import_row AS r JOIN import_file AS f ON f.id = r.file_id,
      jsonb_to_recordset(r.problems) AS p (weight text, code text)
    WHERE r.run_id = ${runId}::uuid ORDER BY r.number`
  const files = await db.importFile.findMany({
    where: { runId, problem: { not: null } },
    orderBy: { position: 'asc' },
  })
  const plain = ({ file, line, code }: RowReport): RowReport => ({ file, line, code })
  return {
    counts,
    refused: told.filter(({ weight }) => weight === 'REFUSED').map(plain),
    noted: told.filter(({ weight }) => weight === 'NOTED').map(plain),
    unavailable: files.filter(({ problem }) => problem === 'NOTHING_PUBLISHED').map(({ name }) => name),
    unreadable: files
      .filter(({ problem }) => problem !== 'NOTHING_PUBLISHED')
      .map(({ name, problem, problemDetail }) => `${name}: ${problem} ${problemDetail ?? ''}`.trim()),
  }
}

interface SourceFile {
  /** Path beside the manifest. */
  readonly name: string
  readonly size: number
  readonly contentHash: Buffer
}

type Source = SourceDescription & { readonly files: readonly SourceFile[] }

const isMap = ({ format }: SourceDescription): boolean => format === 'municipalities'

/** A care service file is a source of its own, shelters are one per folder. */
const keyOf = (source: SourceDescription, file: SourceFile): string =>
  source.format === 'care-services' ? file.name : source.path

const keysOf = (source: Source): string[] => [...new Set(source.files.map((file) => keyOf(source, file)))]

function filesOf(folder: string, { path: entry }: SourceDescription): SourceFile[] {
  const whole = path.join(folder, entry)
  const names = fs.statSync(whole).isDirectory()
    ? fs
        .readdirSync(whole)
        .toSorted()
        .map((name) => path.posix.join(entry, name))
    : [entry]
  return names.map((name) => {
    const bytes = fs.readFileSync(path.join(folder, name))
    return { name, size: bytes.length, contentHash: createHash('sha256').update(bytes).digest() }
  })
}

/** Which sources differ from what was read last. */
async function changedSources({ db }: Context, sources: readonly Source[]): Promise<Source[]> {
  const existing = await db.dataSource.findMany({ select: { key: true, contentHash: true } })
  const hashes = new Map(existing.map(({ key, contentHash }) => [key, Buffer.from(contentHash)]))
  return sources.filter((source) =>
    keysOf(source).some((key) => {
      const files = source.files.filter((file) => keyOf(source, file) === key)
      return !hashes.get(key)?.equals(Buffer.from(sourceHashOf(files)))
    }),
  )
}

async function importMap(context: CommandContext, folder: string, source: Source) {
  const { format: _format, complete: _complete, path: key, files, ...described } = source
  const municipalities = files.flatMap(({ name }) =>
    readMunicipalities(name, fs.readFileSync(path.join(folder, name), 'utf8')),
  )
  const contentHash = Buffer.from(sourceHashOf(files)).toString('hex')
  return runCommand(
    importMunicipalities,
    { source: { ...described, key, contentHash }, municipalities },
    context,
  )
}

async function lookAt(folder: string, source: Source, file: SourceFile): Promise<FileToPutIn> {
  const open = () => fs.createReadStream(path.join(folder, file.name))
  const { format, title, issuer, licence, asOf, complete } = source
  return {
    ...file,
    open,
    inspection: await inspectFile(open, file.name),
    sourceKey: keyOf(source, file),
    title,
    issuer,
    licence,
    asOf,
    complete,
    shelterKind:
      format === 'designated-shelters'
        ? 'DESIGNATED_SHELTER'
        : format === 'emergency-sites'
          ? 'EMERGENCY_SITE'
          : null,
  }
}

const prefixed = (name: string, counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).map(([what, count]) => [`${name}.${what}`, count]))
