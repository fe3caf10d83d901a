import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { announceMentorship, bothSides, loadMentorship } from '../mentorships.ts'
import { keep } from '../policy/mentoring.ts'

/** 「市と話す日・指定の見込みを書く」 */
export const scheduleMentoring = command({
  name: 'scheduleMentoring',
  description:
    'Says when the municipality is talked to and by when the designation is hoped for; both may change until they have come.',
  scope: 'readiness:write',
  input: z.object({
    mentorshipId: idOf('Mentorship').describe('The mentorship.'),
    cityTalkOn: day().nullable().describe('Day of the talk with the municipality; null = not settled.'),
    expectedOn: day().nullable().describe('By when the designation is hoped for; null = not known.'),
    version: version(),
  }),
  subject: (tx, { mentorshipId }, viewer) => loadMentorship(tx, mentorshipId, viewer),
  may: keep,
  auditAudience: (subject) => bothSides(subject),
  async run({ tx, subject, input, emit }) {
    const { cityTalkOn, expectedOn } = input
    await save(tx.mentorship, subject, input.version, { cityTalkOn, expectedOn })
    announceMentorship(emit, subject, { stage: subject.stage, ended: false })
    return { mentorshipId: subject.id }
  },
})
