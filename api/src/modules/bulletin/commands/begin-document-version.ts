import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import * as policy from '../policy/documents.ts'

export const beginDocumentVersion = command({
  name: 'beginDocumentVersion',
  description: 'A file is about to be put on the shelf.',
  input: z.object({
    documentId: z.uuid().describe('The document.'),
    fileName: z.string().trim().min(1).max(255).describe('Name of the file.'),
    note: z.string().trim().min(1).max(300).nullable().describe('What is new in it.'),
  }),
  // A file's name and a note may name a person.
  secret: ['fileName', 'note'],
  subject: (tx, { documentId }, viewer) =>
    tx.document.findFirst({ where: { id: documentId, AND: policy.documentsVisibleTo(viewer) } }),
  may: policy.addVersion,
  async run({ tx, subject, input: { fileName, note }, viewer, now }) {
    const { id } = await tx.documentVersion.create({
      data: { documentId: subject.id, fileName, note, addedAt: now, addedByUserId: viewer.userId },
      select: { id: true },
    })
    return { documentVersionId: id }
  },
})
