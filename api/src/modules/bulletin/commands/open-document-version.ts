import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { settleNotices } from '../../notifications/public.ts'
import { DocumentOpened } from '../events.ts'
import * as policy from '../policy/documents.ts'
import { DOCUMENT_ADDED, DOCUMENT_RENEWED } from '../rules/documents.ts'
import { membersCorporation } from '../rules/viewers.ts'

export const openDocumentVersion = command({
  name: 'openDocumentVersion',
  description:
    'A person opens a version of a document; that they have, and for which body, is noted the first time.',
  input: z.object({ documentVersionId: z.uuid().describe('The version.') }),
  subject: async (tx, { documentVersionId }, viewer) => {
    const found = await tx.documentVersion.findFirst({
      where: { id: documentVersionId, AND: policy.versionsVisibleTo(viewer) },
      select: {
        id: true,
        document: { select: { id: true, platformId: true, audience: true, deletedAt: true } },
      },
    })
    return found && { ...found.document, versionId: found.id }
  },
  may: policy.openVersion,
  async run({ tx, subject, viewer, now, emit }) {
    const { userId, acting } = viewer
    if (userId && acting) {
      const { count } = await tx.documentReading.createMany({
        data: [
          {
            versionId: subject.versionId,
            userId,
            bodyKey: acting.key,
            bodyName: acting.name,
            corporationId: membersCorporation(viewer),
            openedAt: now,
          },
        ],
        skipDuplicates: true,
      })
      // Whoever looks at the receipts sees them move; of what is the officers’ alone nobody else hears.
      if (count > 0 && subject.audience === 'MEMBERS')
        emit(
          DocumentOpened,
          { documentId: subject.id, platformId: subject.platformId },
          { audience: [`platform:${subject.platformId}`], entities: [globalId('Document', subject.id)] },
        )
    }
    if (userId)
      await settleNotices(tx, {
        kinds: [DOCUMENT_ADDED, DOCUMENT_RENEWED],
        subject: subject.versionId,
        userId,
        now,
      })
    return { documentVersionId: subject.versionId }
  },
})
