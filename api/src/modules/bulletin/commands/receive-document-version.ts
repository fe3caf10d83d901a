import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { save } from '../../../kernel/save.ts'
import { announceDocument } from '../documents.ts'
import * as policy from '../policy/documents.ts'

export const receiveDocumentVersion = command({
  name: 'receiveDocumentVersion',
  description: 'A file of the shelf has arrived whole and becomes the newest version; the older ones stay.',
  input: z.object({
    documentVersionId: z.uuid().describe('The version.'),
    size: z.int().min(1).describe('Bytes received.'),
    contentHash: z.hex().describe('SHA-256 of its bytes.'),
    mediaType: z.string().describe('What its bytes say that it is.'),
  }),
  subject: async (tx, { documentVersionId }, viewer) => {
    const found = await tx.documentVersion.findFirst({
      where: {
        id: documentVersionId,
        receivedAt: null,
        document: { is: policy.documentsVisibleTo(viewer) },
      },
      include: { document: true },
    })
    return found && { ...found.document, versionId: found.id }
  },
  may: policy.addVersion,
  async run({ tx, subject, input, now, emit }) {
    const number = subject.latestNumber + 1
    await save(tx.document, subject, subject.version, { latestNumber: number, latestAt: now })
    await tx.documentVersion.update({
      where: { id: subject.versionId },
      data: {
        number,
        size: input.size,
        contentHash: new Uint8Array(Buffer.from(input.contentHash, 'hex')),
        mediaType: input.mediaType,
        receivedAt: now,
      },
    })
    announceDocument(emit, subject, 'VERSION')
    return { documentVersionId: subject.versionId, documentId: subject.id }
  },
})
