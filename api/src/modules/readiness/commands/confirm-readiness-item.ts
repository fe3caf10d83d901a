import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { editItem } from '../policy/checklist.ts'

/** 「点検項目の出典を記録する」 */
export const confirmReadinessItem = command({
  name: 'confirmReadinessItem',
  description: 'The system operator has checked an item of the checklist against the source that is named.',
  input: z.object({
    readinessItemId: idOf('ReadinessItem').describe('The item that was checked.'),
    version: version(),
    source: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe('Where it stands: issuer, title, page. At most 200 characters.'),
  }),
  subject: (tx, { readinessItemId }) => tx.readinessItem.findUnique({ where: { id: readinessItemId } }),
  may: editItem,
  async run({ tx, subject, input, viewer, now, emit }) {
    await save(tx.readinessItem, subject, input.version, {
      source: input.source,
      confirmedAt: now,
      confirmedByUserId: viewer.userId,
    })
    emit(
      events.ReadinessItemEdited,
      { readinessItemId: subject.id, confirmed: true },
      { audience: ['public'], entities: [globalId('ReadinessItem', subject.id)] },
    )
    return { readinessItemId: subject.id }
  },
})
