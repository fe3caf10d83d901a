import { runCommand, type CommandContext } from '../../../kernel/command.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { importPublishedData } from '../commands/import-published-data.ts'
import { readPublishedFolder, type PublishedFolder } from './read-folder.ts'

export interface ImportResult extends Omit<PublishedFolder, 'registry'> {
  /** `facilities.created: 422` and so on; only `sourcesRead: 0` when no file had changed. */
  readonly counts: Readonly<Record<string, number>>
}

/** Reads a folder of published files into the registry, in the name of the portal itself. */
export async function importFolder(
  folder: string,
  context: Pick<CommandContext, 'db' | 'clock'>,
  { again = false } = {},
): Promise<ImportResult> {
  const { registry, ...read } = readPublishedFolder(folder)
  const sources = read.sources.map((source) => ({
    ...source,
    contentHash: source.contentHash.toString('hex'),
  }))
  const counts = await runCommand(
    importPublishedData,
    { sources, registry, again },
    { ...context, viewer: systemViewer, requestId: null },
  )
  return { ...read, counts }
}
