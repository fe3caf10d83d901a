import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf, newId } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { itemOn } from '../checklist.ts'
import * as events from '../events.ts'
import { helpersOf, loadChecked } from '../facilities.ts'
import { decideDraft } from '../policy/checklist.ts'
import { lastDayOfAnswer } from '../rules/score.ts'

/** 「訓練で分かったことを点検表に入れる／入れない」 */
export const decideReadinessDraft = command({
  name: 'decideReadinessDraft',
  description:
    'A facility’s own people take over into its checklist what a drill has shown, or put it aside. Until then it counts for nothing.',
  scope: 'readiness:write',
  input: z.object({
    readinessDraftId: idOf('ReadinessDraft').describe('What the drill suggests.'),
    take: z.boolean().describe('Whether it becomes an answer.'),
    version: version(),
  }),
  async subject(tx, { readinessDraftId }, viewer) {
    const draft = await tx.readinessDraft.findUnique({
      where: { id: readinessDraftId },
      include: { item: true },
    })
    const facility = draft && (await loadChecked(tx, draft.facilityId, viewer))
    return facility && { ...facility, draft }
  },
  may: (viewer, subject) => decideDraft(viewer, subject, subject.draft),
  async run({ tx, subject, input, viewer, now, emit }) {
    const { draft } = subject
    await save(tx.readinessDraft, draft, input.version, {
      decidedAt: now,
      decidedByUserId: viewer.userId,
      taken: input.take,
    })
    if (input.take) {
      const item = (await itemOn(tx, draft.item.key, now)) ?? draft.item
      await tx.readinessAnswer.create({
        data: {
          id: newId(now),
          facilityId: draft.facilityId,
          itemId: item.id,
          answer: draft.answer,
          source: 'DRILL',
          evidence: draft.evidence,
          expiresOn: draft.answer === 'UNKNOWN' ? null : lastDayOfAnswer(item.validMonths, draft.draftedAt),
          answeredAt: now,
          answeredByUserId: viewer.userId,
          actingName: viewer.acting?.name ?? '',
        },
      })
    }
    emit(
      events.ReadinessChanged,
      { facilityId: draft.facilityId },
      { audience: helpersOf(subject), entities: [globalId('Facility', draft.facilityId)] },
    )
    return { readinessDraftId: draft.id }
  },
})
