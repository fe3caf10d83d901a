import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { globalId, idOf, newId } from '../../../kernel/ids.ts'
import { day, idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import * as events from '../events.ts'
import { bothSides, designatedAt, mentorshipRefusals } from '../mentorships.ts'
import { begin } from '../policy/mentoring.ts'
import { facilitiesOf } from '../policy/viewers.ts'

/** 「相談を始める」 */
export const beginMentorship = command({
  name: 'beginMentorship',
  description:
    'A designated facility begins to guide another member’s facility to designation: by the secretariat or the head of the one that guides, never more at a time than the network’s rule of the day allows.',
  scope: 'readiness:write',
  input: z.object({
    platformId: idOf('Platform').describe('The network of both.'),
    mentorFacilityId: idOf('Facility').describe('The designated facility that guides.'),
    menteeFacilityId: idOf('Facility').describe('The facility that prepares.'),
    startedOn: day().describe('Day of the first talk; not in the future.'),
    grounds: z.string().trim().min(1).max(300).describe('What was agreed on, at most 300 characters.'),
    expectedOn: day().optional().describe('By when the designation is hoped for.'),
    idempotencyKey: idempotencyKey(),
  }),
  onConstraint: mentorshipRefusals,
  async subject(tx, { platformId, mentorFacilityId, menteeFacilityId }, viewer) {
    if (!viewer.platformIds.includes(platformId)) return null
    const found = await tx.facility.findMany({
      where: {
        AND: [{ id: { in: [mentorFacilityId, menteeFacilityId] } }, facilitiesOf([platformId], viewer.today)],
      },
      select: { id: true, corporationId: true },
    })
    const mentor = found.find(({ id }) => id === mentorFacilityId)
    const mentee = found.find(({ id }) => id === menteeFacilityId)
    return mentor && mentee ? { platformId, mentor, mentee } : null
  },
  may: begin,
  auditAudience: (subject) => bothSides(subject),
  async run({ tx, subject, input, viewer, now, emit }) {
    const { platformId, mentorFacilityId, menteeFacilityId, startedOn, expectedOn } = input
    if (mentorFacilityId === menteeFacilityId) throw new RuleProblem('GUIDES_ITSELF', 'Nobody guides itself.')
    if (startedOn > dateOf(dayInJapan(now)))
      throw new RuleProblem('STAGE_IN_THE_FUTURE', 'The day is still to come.')
    if (!(await designatedAt(tx, mentorFacilityId, now)))
      throw new RuleProblem('MENTOR_NOT_DESIGNATED', 'Who guides is designated itself.')
    if (await designatedAt(tx, menteeFacilityId, now))
      throw new RuleProblem('DESIGNATED_ALREADY', 'The facility is designated already.')
    const id = newId(now)
    await tx.mentorship.create({
      data: {
        id,
        platformId,
        mentorFacilityId,
        menteeFacilityId,
        startedOn,
        expectedOn: expectedOn ?? null,
        steps: {
          create: {
            stage: 'CONSULTATION',
            onDay: startedOn,
            evidence: input.grounds,
            recordedAt: now,
            byUserId: viewer.userId,
            actingName: viewer.acting?.name ?? '',
          },
        },
      },
    })
    emit(
      events.MentorshipBegun,
      { mentorshipId: id },
      {
        audience: bothSides(subject),
        entities: [globalId('Facility', mentorFacilityId), globalId('Facility', menteeFacilityId)],
      },
    )
    return { mentorshipId: id }
  },
})
