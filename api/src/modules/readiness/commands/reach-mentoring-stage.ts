import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { dayInJapan } from '../../../kernel/clock.ts'
import { idOf, newId } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { mentoringStage, shelfDocument } from '../inputs.ts'
import { announceMentorship, bothSides, designatedAt, loadMentorship } from '../mentorships.ts'
import { keep } from '../policy/mentoring.ts'
import { objectionTo } from '../rules/mentoring.ts'

const isoDay = (date: Date) => date.toISOString().slice(0, 10)

/** 「次の段階へ進む」 */
export const reachMentoringStage = command({
  name: 'reachMentoringStage',
  description:
    'Records that a mentorship has come to its next stage, on which day and shown by what: the checklist after a visit, the city’s stage after the talk, the last with the designation in the register. One stage after the other.',
  scope: 'readiness:write',
  input: z.object({
    mentorshipId: idOf('Mentorship').describe('The mentorship.'),
    stage: mentoringStage.describe('The stage that was reached.'),
    onDay: day().describe('On which day.'),
    grounds: z.string().trim().min(1).max(300).describe('What shows it, at most 300 characters.'),
    documentId: shelfDocument,
    version: version(),
  }),
  async subject(tx, { mentorshipId, documentId }, viewer) {
    const subject = await loadMentorship(tx, mentorshipId, viewer)
    if (!subject || documentId === undefined) return subject
    const shelved = await tx.document.count({
      where: { id: documentId, deletedAt: null, audience: 'MEMBERS', platformId: subject.platformId },
    })
    return shelved > 0 ? subject : null
  },
  may: keep,
  auditAudience: (subject) => bothSides(subject),
  async run({ tx, subject, input, viewer, now, emit }) {
    const { stage, onDay } = input
    const lastDay = subject.steps
      .map((step) => isoDay(step.onDay))
      .toSorted()
      .at(-1)
    const objection = objectionTo(stage, isoDay(onDay), dayInJapan(now), {
      stage: subject.stage,
      visits: subject.visits.filter(({ held }) => held).length,
      cityTalkOn: subject.cityTalkOn && isoDay(subject.cityTalkOn),
      designated: await designatedAt(tx, subject.menteeFacilityId, now),
      lastDay: lastDay ?? isoDay(subject.startedOn),
    })
    if (objection) throw objection
    await tx.mentorshipStep.create({
      data: {
        id: newId(now),
        mentorshipId: subject.id,
        stage,
        onDay,
        evidence: input.grounds,
        documentId: input.documentId ?? null,
        recordedAt: now,
        byUserId: viewer.userId,
        actingName: viewer.acting?.name ?? '',
      },
    })
    const ended = stage === 'DESIGNATION'
    await save(tx.mentorship, subject, input.version, { stage, endedOn: ended ? onDay : null })
    announceMentorship(emit, subject, { stage, ended })
    return { mentorshipId: subject.id }
  },
})
