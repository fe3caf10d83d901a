import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { announceDocument } from '../documents.ts'
import { documentFacts } from '../inputs.ts'
import * as policy from '../policy/documents.ts'
import { retainUntil } from '../rules/documents.ts'

export const editDocument = command({
  name: 'editDocument',
  description:
    'The secretariat corrects what a document is called, who may read it and how long it is kept; its versions stay as they are.',
  input: z.object({
    documentId: idOf('Document').describe('The document.'),
    ...documentFacts,
    version: version(),
  }),
  subject: (tx, { documentId }, viewer) =>
    tx.document.findFirst({ where: { id: documentId, AND: policy.documentsVisibleTo(viewer) } }),
  may: policy.keepDocument,
  async run({ tx, subject, input, emit }) {
    const { title, kind, audience, retentionYears, retainFrom } = input
    if (subject.source !== null && (kind !== subject.kind || audience !== subject.audience))
      throw new RuleProblem(
        'DOCUMENT_IS_KEPT_ELSEWHERE',
        'What it is and who may read it follow from the part of the portal that made it.',
      )
    await save(tx.document, subject, input.version, {
      title,
      kind,
      audience,
      retentionYears,
      retainFrom,
      retainUntil: retainUntil(retainFrom, retentionYears),
      // What a person has decided anew is no longer the proposal's.
      retentionRuleId:
        retentionYears === subject.retentionYears && kind === subject.kind ? subject.retentionRuleId : null,
    })
    announceDocument(emit, { ...subject, audience }, 'EDITED')
    return { documentId: subject.id, platformId: subject.platformId }
  },
})
