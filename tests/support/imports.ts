import fs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { runCommand, type CommandContext } from '../../api/src/kernel/command.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import { systemViewer } from '../../api/src/kernel/viewer.ts'
import { applyImport } from '../../api/src/modules/registry/commands/apply-import.ts'
import { checkImport } from '../../api/src/modules/registry/commands/check-import.ts'
import { confirmImport } from '../../api/src/modules/registry/commands/confirm-import.ts'
import { describeImportFile } from '../../api/src/modules/registry/commands/describe-import-file.ts'
import { importMunicipalities } from '../../api/src/modules/registry/commands/import-municipalities.ts'
import { revertImport } from '../../api/src/modules/registry/commands/revert-import.ts'
import { startImport } from '../../api/src/modules/registry/commands/start-import.ts'
import { undoImport } from '../../api/src/modules/registry/commands/undo-import.ts'
import { checkRun } from '../../api/src/modules/registry/import/check-run.ts'
import { readMunicipalities } from '../../api/src/modules/registry/import/municipalities.ts'
import { receiveFile } from '../../api/src/modules/registry/import/receive-file.ts'
import { projectRoot } from '../../scripts/project.ts'

/** The municipalities of Yamagata and the list of services, which every import needs. */
export async function placeMunicipalities(context: CommandContext): Promise<void> {
  const key = 'map/yamagata_municipalities.geojson'
  const municipalities = readMunicipalities(key, fs.readFileSync(path.join(projectRoot, 'data', key), 'utf8'))
  const source = {
    key,
    title: '試験',
    issuer: '試験',
    licence: '試験',
    asOf: '2021-01-01',
    contentHash: 'ab',
  }
  await runCommand(importMunicipalities, { source, municipalities }, asPortal(context))
}

export interface BroughtFile {
  readonly name: string
  readonly content: string | Uint8Array
  readonly sourceKey?: string
  /** Further fields of describeImportFile. */
  readonly describe?: Readonly<Record<string, unknown>>
}

const asPortal = (context: CommandContext): CommandContext => ({ ...context, viewer: systemViewer })

/** Starts an import, puts the files in as the HTTP route does, and describes them; gives the run's key. */
export async function bring(context: CommandContext, ...files: readonly BroughtFile[]): Promise<string> {
  const { importRunId: runId } = await runCommand(startImport, {}, context)
  for (const { name, content, sourceKey, describe } of files) {
    const body = Readable.from([Buffer.from(content)])
    const fileId = await receiveFile(context, { runId, name, ...(sourceKey && { sourceKey }), body })
    if (!describe) continue
    const { version } = await context.db.importFile.findUniqueOrThrow({ where: { id: fileId } })
    const importFileId = globalId('ImportFile', fileId)
    await runCommand(describeImportFile, { importFileId, version, ...describe }, context)
  }
  return runId
}

const runOf = ({ db }: CommandContext, id: string) => db.importRun.findUniqueOrThrow({ where: { id } })

/** Checks an import as the worker does. */
export async function check(context: CommandContext, runId: string) {
  await runCommand(checkImport, { importRunId: globalId('ImportRun', runId) }, context)
  const { checkNumber } = await runOf(context, runId)
  await checkRun(context, { runId, checkNumber })
  return runOf(context, runId)
}

/** Confirms an import and writes it as the worker does. */
export async function confirm(context: CommandContext, runId: string) {
  const { version } = await runOf(context, runId)
  await runCommand(confirmImport, { importRunId: globalId('ImportRun', runId), version }, context)
  await runCommand(applyImport, { importRunId: runId }, asPortal(context))
  return runOf(context, runId)
}

/** Takes an import back as the worker does. */
export async function undo(context: CommandContext, runId: string) {
  const { version } = await runOf(context, runId)
  await runCommand(undoImport, { importRunId: globalId('ImportRun', runId), version }, context)
  await runCommand(revertImport, { importRunId: runId }, asPortal(context))
  return runOf(context, runId)
}

/** What an import does to records, without what stays the same: `CHANGE FACILITY 愛日荘: phone`. */
export async function changesOf({ db }: CommandContext, runId: string): Promise<string[]> {
  const changes = await db.importChange.findMany({
    where: { runId, action: { not: 'SAME' } },
    orderBy: { number: 'asc' },
  })
  return changes.map(({ action, record, label, changed }) =>
    action === 'CHANGE' || action === 'KEEP'
      ? `${action} ${record} ${label}: ${changed.join(', ')}`
      : `${action} ${record} ${label}`,
  )
}

/** Problems that refuse rows: `3: NAME_MISSING`. */
export async function refusalsOf({ db }: CommandContext, runId: string): Promise<string[]> {
  const rows = await db.importRow.findMany({
    where: { runId, outcome: 'REFUSED' },
    orderBy: { number: 'asc' },
    select: { line: true, problems: true },
  })
  return rows.flatMap(({ line, problems }) =>
    (problems as { weight: string; code: string }[])
      .filter(({ weight }) => weight === 'REFUSED')
      .map(({ code }) => `${line}: ${code}`),
  )
}
