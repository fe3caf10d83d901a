import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { announceMentorship, bothSides, loadMentorship } from '../mentorships.ts'
import { keep } from '../policy/mentoring.ts'

/** 「訪問した／取りやめた」 */
export const closeMentoringVisit = command({
  name: 'closeMentoringVisit',
  description: 'Says of a planned visit that it took place, with what was seen, or that it was called off.',
  scope: 'readiness:write',
  input: z.object({
    mentoringVisitId: idOf('MentoringVisit').describe('The visit.'),
    held: z.boolean().describe('Whether it took place; otherwise it was called off.'),
    note: z
      .string()
      .trim()
      .max(500)
      .describe('What was seen, or why it was called off, at most 500 characters.'),
    version: version(),
  }),
  async subject(tx, { mentoringVisitId }, viewer) {
    const visit = await tx.mentoringVisit.findUnique({ where: { id: mentoringVisitId } })
    const mentorship = visit && (await loadMentorship(tx, visit.mentorshipId, viewer))
    return mentorship && { ...mentorship, visit }
  },
  may: keep,
  auditAudience: (subject) => bothSides(subject),
  async run({ tx, subject, input, viewer, now, emit }) {
    const { visit } = subject
    if (visit.held || visit.calledOff)
      throw new RuleProblem('VISIT_IS_CLOSED', 'It was written down already.')
    if (input.held && visit.onDay > dateOf(dayInJapan(now)))
      throw new RuleProblem('VISIT_IN_THE_FUTURE', 'What is to come has not taken place.')
    await save(tx.mentoringVisit, visit, input.version, {
      held: input.held,
      calledOff: !input.held,
      note: input.note,
      byUserId: viewer.userId,
    })
    announceMentorship(emit, subject, { stage: subject.stage, ended: false })
    return { mentorshipId: subject.id }
  },
})
