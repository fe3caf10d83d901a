import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { announceMentorship, bothSides, loadMentorship } from '../mentorships.ts'
import { keep } from '../policy/mentoring.ts'

/** 「相談をやめる」 */
export const giveUpMentorship = command({
  name: 'giveUpMentorship',
  description:
    'Both facilities, or the secretariat, end a mentorship before the designation, with the reason. What was said and done stays to be read, and the mentor is free for another.',
  scope: 'readiness:write',
  input: z.object({
    mentorshipId: idOf('Mentorship').describe('The mentorship.'),
    because: z.string().trim().min(1).max(300).describe('Why it is given up, at most 300 characters.'),
    version: version(),
  }),
  subject: (tx, { mentorshipId }, viewer) => loadMentorship(tx, mentorshipId, viewer),
  may: keep,
  auditAudience: (subject) => bothSides(subject),
  async run({ tx, subject, input, now, emit }) {
    await save(tx.mentorship, subject, input.version, {
      endedOn: dateOf(dayInJapan(now)),
      droppedBecause: input.because,
    })
    announceMentorship(emit, subject, { stage: subject.stage, ended: true })
    return { mentorshipId: subject.id }
  },
})
