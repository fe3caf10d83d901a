import type { Prisma } from '../../generated/prisma/client.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Audience, Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import * as events from './events.ts'
import { mentorshipsVisibleTo } from './policy/mentoring.ts'
import { isDesignated } from './rules/counting.ts'

const WITH_BOTH = {
  mentorFacility: { select: { id: true, corporationId: true } },
  menteeFacility: { select: { id: true, corporationId: true } },
  steps: true,
  visits: true,
} satisfies Prisma.MentorshipInclude

type Loaded = Prisma.MentorshipGetPayload<{ include: typeof WITH_BOTH }>

/** A mentorship as its commands and their policy know it. */
export type MentorshipSubject = Loaded & {
  readonly mentor: Loaded['mentorFacility']
  readonly mentee: Loaded['menteeFacility']
}

/** A mentorship as far as the viewer may see it. */
export async function loadMentorship(tx: Tx, id: string, viewer: Viewer): Promise<MentorshipSubject | null> {
  const found = await tx.mentorship.findFirst({
    where: { AND: [{ id }, mentorshipsVisibleTo(viewer)] },
    include: WITH_BOTH,
  })
  return found && { ...found, mentor: found.mentorFacility, mentee: found.menteeFacility }
}

/** Who hears of a mentorship and may read of it in the audit: both facilities and their corporations. */
export const bothSides = ({ mentor, mentee }: Pick<MentorshipSubject, 'mentor' | 'mentee'>): Audience[] =>
  [mentor, mentee].flatMap(({ id, corporationId }) => [
    `facility:${id}` as const,
    ...(corporationId ? [`corporation:${corporationId}` as const] : []),
  ])

export function announceMentorship(
  emit: Emit,
  subject: MentorshipSubject,
  { stage, ended }: { readonly stage: string; readonly ended: boolean },
): void {
  emit(
    events.MentorshipChanged,
    { mentorshipId: subject.id, stage, ended },
    { audience: bothSides(subject), entities: [globalId('Mentorship', subject.id)] },
  )
}

/** Whether the register says that a facility is designated at a moment. */
export async function designatedAt(tx: Tx, facilityId: string, at: Date): Promise<boolean> {
  const facts = await tx.shelterFact.findMany({
    where: {
      facilityId,
      kind: { in: ['DESIGNATED', 'DESIGNATION_ENDED'] },
    },
    include: { event: { select: { drill: true } } },
  })
  return isDesignated(
    facts.map(({ event, ...fact }) => ({ ...fact, drill: event?.drill ?? false })),
    at,
  )
}

/** How the database refuses a mentorship. */
export const mentorshipRefusals = {
  mentorship_within_limit: () =>
    new RuleProblem('MENTOR_AT_THE_LIMIT', 'The mentor guides as many as the network’s rule allows.'),
  mentorship_has_a_limit: () =>
    new RuleProblem('NO_LIMIT_FOR_MENTORS', 'The network has not yet said how many one may guide.'),
  mentorship_one_at_a_time: () =>
    new RuleProblem('ALREADY_GUIDED', 'The facility is guided by another already.'),
  mentorship_mentee_facility_id_key: () =>
    new RuleProblem('ALREADY_GUIDED', 'The facility is guided by another already.'),
}
