import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { settleNotices } from '../../notifications/public.ts'
import { announceDocument } from '../documents.ts'
import * as policy from '../policy/documents.ts'
import { DOCUMENT_ADDED, DOCUMENT_RENEWED } from '../rules/documents.ts'

/** 「書類を廃棄する」 */
export const deleteDocument = command({
  name: 'deleteDocument',
  description:
    'When the time of keeping is over, the secretariat deletes a document’s files for good; what it was, by whom, when and why it was deleted stays.',
  input: z.object({
    documentId: idOf('Document').describe('The document.'),
    reason: z.string().trim().min(1).max(500).describe('Why it is deleted, at most 500 characters.'),
    version: version(),
  }),
  subject: (tx, { documentId }, viewer) =>
    tx.document.findFirst({ where: { id: documentId, AND: policy.documentsVisibleTo(viewer) } }),
  may: policy.deleteDocument,
  async run({ tx, subject, input, viewer, now, emit }) {
    await save(tx.document, subject, input.version, {
      deletedAt: now,
      deletedByUserId: viewer.userId,
      deletionReason: input.reason,
    })
    await tx.documentChunk.deleteMany({ where: { version: { documentId: subject.id } } })
    const versions = await tx.documentVersion.findMany({
      where: { documentId: subject.id },
      select: { id: true },
    })
    const subjects = versions.map(({ id }) => id)
    await settleNotices(tx, { kinds: [DOCUMENT_ADDED, DOCUMENT_RENEWED], subject: subjects, now })
    announceDocument(emit, subject, 'DELETED')
    return { documentId: subject.id, platformId: subject.platformId }
  },
})
