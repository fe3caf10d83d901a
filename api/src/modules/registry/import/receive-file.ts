import { createHash } from 'node:crypto'
import { runCommand, type CommandContext } from '../../../kernel/command.ts'
import { inPieces } from '../../../kernel/pieces.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { beginImportFile } from '../commands/begin-import-file.ts'
import { receiveImportFile } from '../commands/receive-import-file.ts'
import { openFile } from './chunks.ts'
import { inspectFile } from './read/inspect-file.ts'

const LARGEST = 200 * 1024 * 1024

interface IncomingFile {
  readonly runId: string
  readonly name: string
  /** Key of its source, where the name alone does not tell it. */
  readonly sourceKey?: string
  readonly body: AsyncIterable<Uint8Array>
}

/**
 * Takes a file in as it comes, in constant memory: begun by a command (who may?), kept in pieces, completed by a command
 * that says what was found. A file that breaks off leaves nothing behind.
 */
export async function receiveFile(context: CommandContext, file: IncomingFile): Promise<string> {
  const { db } = context
  const { runId, name, sourceKey, body } = file
  const { importFileId } = await runCommand(
    beginImportFile,
    { importRunId: runId, name, ...(sourceKey && { sourceKey }) },
    context,
  )
  try {
    const hash = createHash('sha256')
    let size = 0
    let position = 0
    for await (const bytes of inPieces(body)) {
      size += bytes.length
      if (size > LARGEST) throw new RuleProblem('IMPORT_FILE_TOO_LARGE', 'A file has at most 200 MB.')
      hash.update(bytes)
      await db.importChunk.create({
        data: { fileId: importFileId, position: position++, bytes: new Uint8Array(bytes) },
      })
    }
    const inspection = await inspectFile(openFile(db, importFileId), name)
    await runCommand(
      receiveImportFile,
      { importFileId, size, contentHash: hash.digest('hex'), inspection },
      context,
    )
    return importFileId
  } catch (error) {
    await db.importFile.deleteMany({ where: { id: importFileId } }).catch(() => {})
    throw error
  }
}
