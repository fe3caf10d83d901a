import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { announceDocument } from '../documents.ts'
import { documentFacts } from '../inputs.ts'
import { retentionRuleOn } from '../retention.ts'
import * as policy from '../rules/viewers.ts'
import { retainUntil } from '../rules/documents.ts'

/** 「書類を置く」 */
export const addDocument = command({
  name: 'addDocument',
  description:
    'A network’s secretariat makes a place on the shelf for a document; its file follows as the first version.',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    ...documentFacts,
    idempotencyKey: idempotencyKey(),
  }),
  subject: async (tx, { platformId }) => {
    const found = await tx.platform.findUnique({ where: { id: platformId }, select: { id: true } })
    return found && { platformId: found.id }
  },
  may: policy.lookAfter,
  async run({ tx, subject: { platformId }, input, now, emit }) {
    const { title, kind, audience, retentionYears, retainFrom } = input
    const rule = await retentionRuleOn(tx, kind, retainFrom)
    const document = await tx.document.create({
      data: {
        platformId,
        title,
        kind,
        audience,
        retentionYears,
        retainFrom,
        retainUntil: retainUntil(retainFrom, retentionYears),
        retentionRuleId: rule?.years === retentionYears ? rule.id : null,
        createdAt: now,
      },
      select: { id: true, platformId: true, audience: true },
    })
    announceDocument(emit, document, 'ADDED')
    return { documentId: document.id }
  },
})
