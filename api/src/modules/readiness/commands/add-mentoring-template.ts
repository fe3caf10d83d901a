import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf, newId } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem, ValidationProblem } from '../../../kernel/problems.ts'
import { itemOn } from '../checklist.ts'
import * as events from '../events.ts'
import { shelfDocument } from '../inputs.ts'
import { lookAfter } from '../policy/mentoring.ts'

/** 「ひな形を置く」 */
export const addMentoringTemplate = command({
  name: 'addMentoringTemplate',
  description:
    'The secretariat puts something into the library that facilities on their way to designation may start from: a text, or a document of the network’s shelf.',
  scope: 'readiness:write',
  input: z.object({
    platformId: idOf('Platform').describe('The network.'),
    title: z.string().trim().min(1).max(100).describe('What it is called, at most 100 characters.'),
    body: z
      .string()
      .trim()
      .max(4_000)
      .describe('The text, at most 4,000 characters; may be blank with a document.'),
    documentId: shelfDocument,
    itemKey: z.string().max(60).optional().describe('Key of the item of the checklist it helps with.'),
    idempotencyKey: idempotencyKey(),
  }),
  async subject(tx, { platformId, documentId }, viewer) {
    if (!viewer.platformIds.includes(platformId)) return null
    if (documentId === undefined) return { platformId }
    const shelved = await tx.document.count({
      where: { id: documentId, deletedAt: null, audience: 'MEMBERS', platformId },
    })
    return shelved > 0 ? { platformId } : null
  },
  may: lookAfter,
  async run({ tx, input, viewer, now, emit }) {
    const { platformId, title, body, documentId, itemKey } = input
    if (body === '' && documentId === undefined)
      throw new ValidationProblem([{ path: ['body'], code: 'REQUIRED', message: 'a text or a document' }])
    if (itemKey !== undefined && !(await itemOn(tx, itemKey, now)))
      throw new RuleProblem('NO_SUCH_ITEM', 'The checklist of today has no such item.')
    const id = newId(now)
    await tx.mentoringTemplate.create({
      data: {
        id,
        platformId,
        title,
        body,
        documentId: documentId ?? null,
        itemKey: itemKey ?? null,
        addedAt: now,
        addedByUserId: viewer.userId,
      },
    })
    emit(
      events.MentoringRulesChanged,
      { platformId },
      { audience: [`platform:${platformId}`], entities: [globalId('Platform', platformId)] },
    )
    return { mentoringTemplateId: id }
  },
})
