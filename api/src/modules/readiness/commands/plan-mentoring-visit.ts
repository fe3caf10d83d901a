import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { idOf, newId } from '../../../kernel/ids.ts'
import { day, idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { announceMentorship, bothSides, loadMentorship } from '../mentorships.ts'
import { keep } from '../policy/mentoring.ts'

/** 「訪問の予定・記録を書く」 */
export const planMentoringVisit = command({
  name: 'planMentoringVisit',
  description:
    'Plans a visit of the one facility to the other, or writes down one that has taken place. One a day.',
  scope: 'readiness:write',
  input: z.object({
    mentorshipId: idOf('Mentorship').describe('The mentorship.'),
    onDay: day().describe('The day of the visit.'),
    held: z.boolean().describe('Whether it has taken place.'),
    note: z.string().trim().max(500).describe('What is planned, or what was seen, at most 500 characters.'),
    idempotencyKey: idempotencyKey(),
  }),
  onConstraint: {
    mentoring_visit_mentorship_id_on_day_key: () =>
      new RuleProblem('VISIT_TWICE', 'There is a visit on this day already.'),
  },
  subject: (tx, { mentorshipId }, viewer) => loadMentorship(tx, mentorshipId, viewer),
  may: keep,
  auditAudience: (subject) => bothSides(subject),
  async run({ tx, subject, input, viewer, now, emit }) {
    const { onDay, held, note } = input
    if (held && onDay > dateOf(dayInJapan(now)))
      throw new RuleProblem('VISIT_IN_THE_FUTURE', 'What is to come has not taken place.')
    await tx.mentoringVisit.create({
      data: { id: newId(now), mentorshipId: subject.id, onDay, held, note, byUserId: viewer.userId },
    })
    announceMentorship(emit, subject, { stage: subject.stage, ended: false })
    return { mentorshipId: subject.id }
  },
})
