import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { line } from '../inputs.ts'
import * as policy from '../policy/meetings.ts'

/** 「質問に答える」 */
export const answerItemQuestion = command({
  name: 'answerItemQuestion',
  description:
    'The secretariat or chair answers a question about an item, or corrects its answer; all members see it.',
  scope: 'meetings:write',
  input: z.object({
    itemQuestionId: idOf('ItemQuestion').describe('The question.'),
    version: version(),
    answer: line(2_000).describe('The answer; 1 to 2,000 characters.'),
  }),
  async subject(tx, { itemQuestionId }, viewer) {
    const found = await tx.itemQuestion.findFirst({
      where: { AND: [{ id: itemQuestionId }, policy.questionsVisibleTo(viewer)] },
      include: { item: { include: { meeting: true } } },
    })
    const meeting = found?.item.meeting
    return found && meeting
      ? { id: found.id, itemId: found.itemId, meeting, platformId: meeting.platformId }
      : null
  },
  may: policy.runMeeting,
  async run({ tx, subject, input, viewer, now, emit }) {
    const { id, itemId, meeting, platformId } = subject
    await save(tx.itemQuestion, subject, input.version, {
      answer: input.answer,
      answeredAt: now,
      answeredByUserId: viewer.userId,
    })
    emit(
      events.ItemQuestionAnswered,
      { meetingId: meeting.id, platformId, itemId, questionId: id },
      {
        audience: [`platform:${platformId}`],
        entities: [globalId('ItemQuestion', id), globalId('AgendaItem', itemId)],
      },
    )
    return { itemQuestionId: id, agendaItemId: itemId }
  },
})
