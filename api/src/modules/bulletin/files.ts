import { Readable } from 'node:stream'
import { createHash } from 'node:crypto'
import { runCommand, type CommandContext } from '../../kernel/command.ts'
import type { Db, Tx } from '../../kernel/db.ts'
import { inPieces } from '../../kernel/pieces.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import { beginDocumentVersion } from './commands/begin-document-version.ts'
import { receiveDocumentVersion } from './commands/receive-document-version.ts'
import { LARGEST_FILE, mediaTypeOf } from './rules/documents.ts'

interface IncomingVersion {
  readonly documentId: string
  readonly fileName: string
  readonly note: string | null
  readonly body: AsyncIterable<Uint8Array>
}

export const tooLarge = () => new RuleProblem('DOCUMENT_FILE_TOO_LARGE', 'A file has at most 20 MB.')
export const emptyFile = () => new RuleProblem('DOCUMENT_FILE_EMPTY', 'There is nothing in the file.')
export const kindNotKept = () =>
  new RuleProblem('DOCUMENT_KIND_NOT_KEPT', 'Its name and its bytes are of no kind that is kept.')

/**
 * Takes a version in as it comes, in constant memory: begun by a command (who may?), kept in pieces, completed by a
 * command. What breaks off leaves nothing behind, at once or, after a kill, by the next day.
 */
export async function receiveVersion(context: CommandContext, file: IncomingVersion): Promise<string> {
  const { db } = context
  const { documentId, fileName, note, body } = file
  const { documentVersionId } = await runCommand(
    beginDocumentVersion,
    { documentId, fileName, note },
    context,
  )
  try {
    const hash = createHash('sha256')
    let mediaType: string | null = null
    let size = 0
    let position = 0
    for await (const bytes of inPieces(body)) {
      size += bytes.length
      if (size > LARGEST_FILE) throw tooLarge()
      if (position === 0) mediaType = mediaTypeOf(fileName, bytes)
      if (mediaType === null) throw kindNotKept()
      hash.update(bytes)
      await db.documentChunk.create({
        data: { versionId: documentVersionId, position: position++, bytes: new Uint8Array(bytes) },
      })
    }
    if (mediaType === null) throw emptyFile()
    const whole = { documentVersionId, size, contentHash: hash.digest('hex'), mediaType }
    await runCommand(receiveDocumentVersion, whole, context)
    return documentVersionId
  } catch (error) {
    await db.documentVersion
      .deleteMany({ where: { id: documentVersionId, receivedAt: null } })
      .catch(() => {})
    throw error
  }
}

/** The bytes of a version, read from their rows one after the other. */
export async function* bytesOf(db: Db | Tx, versionId: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position++) {
    const chunk = await db.documentChunk.findUnique({
      where: { versionId_position: { versionId, position } },
    })
    if (!chunk) return
    yield chunk.bytes
  }
}

/** The bytes of a version that somebody was let open, with what its answer says of it. */
export async function openedFile(db: Db, documentVersionId: string) {
  const { fileName, mediaType, size } = await db.documentVersion.findUniqueOrThrow({
    where: { id: documentVersionId },
    select: { fileName: true, mediaType: true, size: true },
  })
  return {
    name: fileName,
    mediaType: mediaType ?? 'application/octet-stream',
    size: size ?? 0,
    bytes: Readable.from(bytesOf(db, documentVersionId), { objectMode: false }),
  }
}
