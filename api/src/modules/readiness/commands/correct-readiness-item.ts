import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { editItem } from '../policy/checklist.ts'
import { correctionOf } from '../rules/item-correction.ts'

const text = (most: number, meaning: string) =>
  z.string().trim().max(most).describe(`${meaning}, at most ${most} characters.`)

/** 「点検項目を直す」 */
export const correctReadinessItem = command({
  name: 'correctReadinessItem',
  description:
    'The system operator corrects an item of the checklist: from its first day if it was wrong, or from a later day if something else holds from then on. A corrected item counts as unconfirmed; the answers stay.',
  input: z.object({
    readinessItemId: idOf('ReadinessItem').describe('The item as it holds now.'),
    version: version(),
    title: text(80, 'What is so if the answer is yes').min(1),
    question: text(120, 'How it is asked; blank = by the title'),
    advice: text(200, 'What an experienced facility would say to it'),
    weight: z.int().min(1).max(100).describe('How much it weighs beside the others.'),
    hard: z.boolean().describe('Whether it has to be so (必ず要る項目).'),
    validMonths: z
      .int()
      .min(1)
      .max(120)
      .nullable()
      .describe(
        'Months after which an answer is no longer one; null = it stays. For answers given from then on.',
      ),
    source: text(200, 'Where it comes from').min(1),
    fromOn: day().describe('First day on which it holds.'),
  }),
  subject: (tx, { readinessItemId }) => tx.readinessItem.findUnique({ where: { id: readinessItemId } }),
  may: editItem,
  onConstraint: {
    readiness_item_one_at_a_time: () =>
      new RuleProblem('ITEM_TWICE', 'Another wording of this item holds on these days.'),
  },
  async run({ tx, subject, input, emit }) {
    const { readinessItemId: _id, version: read, fromOn, ...facts } = input
    const changed = { ...facts, confirmedAt: null, confirmedByUserId: null }
    const correction = correctionOf(subject, fromOn)
    const announce = (id: string) =>
      emit(
        events.ReadinessItemEdited,
        { readinessItemId: id, confirmed: false },
        { audience: ['public'], entities: [globalId('ReadinessItem', id)] },
      )
    switch (correction.kind) {
      case 'OVER':
        throw new RuleProblem('ITEM_IS_OVER', 'The item has ended before that day.')
      case 'WRONG_FROM_THE_START':
        await save(tx.readinessItem, subject, read, { ...changed, startsOn: fromOn })
        announce(subject.id)
        return { readinessItemId: subject.id }
      case 'FROM_THEN_ON': {
        await save(tx.readinessItem, subject, read, { endsOn: correction.lastDay })
        const { key, category, position, endsOn } = subject
        const { id } = await tx.readinessItem.create({
          data: { ...facts, key, category, position, startsOn: fromOn, endsOn },
          select: { id: true },
        })
        announce(subject.id)
        announce(id)
        return { readinessItemId: id }
      }
    }
  },
})
