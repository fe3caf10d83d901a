import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import * as events from '../events.ts'
import { line } from '../inputs.ts'
import { findItem, refuseUnless } from '../meeting-writing.ts'
import * as policy from '../policy/meetings.ts'

/** 「事前に質問する」 */
export const askAboutItem = command({
  name: 'askAboutItem',
  description:
    'Whoever speaks for a member asks about an item from the notice until the meeting is closed; question and answer are seen by all members.',
  scope: 'meetings:write',
  input: z.object({
    agendaItemId: idOf('AgendaItem').describe('The item that is asked about.'),
    text: line(1_000).describe('The question; 1 to 1,000 characters.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { agendaItemId }, viewer) => findItem(tx, agendaItemId, viewer),
  may: policy.askAbout,
  async run({ tx, subject: { item, meeting }, input, viewer, now, emit }) {
    const running = meeting.state === 'NOTICED' || meeting.state === 'OPEN'
    refuseUnless(
      running,
      () => new RuleProblem('MEETING_IS_NOT_ON', 'The meeting was not called, or is over.'),
    )
    const question = await tx.itemQuestion.create({
      data: {
        itemId: item.id,
        corporationId: viewer.acting?.corporationId ?? null,
        askedByUserId: viewer.userId ?? '',
        text: input.text,
        askedAt: now,
      },
    })
    emit(
      events.ItemQuestionAsked,
      { meetingId: meeting.id, platformId: meeting.platformId, itemId: item.id, questionId: question.id },
      { audience: [`platform:${meeting.platformId}`], entities: [globalId('AgendaItem', item.id)] },
    )
    return { agendaItemId: item.id, itemQuestionId: question.id }
  },
})
