import type { Prisma } from '../../../generated/prisma/client.ts'
import { all, allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, type RoleName, type Viewer } from '../../../kernel/viewer.ts'
import { corporationOf, facilityOf, nothing, officeOf, speaksFor } from './viewers.ts'

const HEADS: readonly RoleName[] = ['FACILITY_DIRECTOR', 'CORPORATION_ADMIN']

/** The people of both facilities, and the officers of the network in which they work together. */
export function mentorshipsVisibleTo(viewer: Viewer): Prisma.MentorshipWhereInput {
  const [office, facilityId, corporationId] = [officeOf(viewer), facilityOf(viewer), corporationOf(viewer)]
  if (office) return { platformId: office }
  if (facilityId) return { OR: [{ mentorFacilityId: facilityId }, { menteeFacilityId: facilityId }] }
  if (corporationId)
    return {
      OR: [{ mentorFacility: { is: { corporationId } } }, { menteeFacility: { is: { corporationId } } }],
    }
  return nothing
}

export const stepsVisibleTo = (viewer: Viewer): Prisma.MentorshipStepWhereInput => ({
  mentorship: { is: mentorshipsVisibleTo(viewer) },
})
export const visitsVisibleTo = (viewer: Viewer): Prisma.MentoringVisitWhereInput => ({
  mentorship: { is: mentorshipsVisibleTo(viewer) },
})

/** The rule on how many one may guide, and what one may start from, are for everybody in the network. */
export const limitsVisibleTo = ({ platformIds }: Viewer): Prisma.MentoringLimitWhereInput => ({
  platformId: { in: [...platformIds] },
})
export const templatesVisibleTo = (viewer: Viewer): Prisma.MentoringTemplateWhereInput => ({
  platformId: { in: [...viewer.platformIds] },
  ...(actsAs(viewer, 'PLATFORM_SECRETARIAT') ? {} : { withdrawnAt: null }),
})

interface FacilityOfOne {
  readonly id: string
  readonly corporationId: string | null
}

/** A mentorship with the corporations of its two facilities. */
export interface MentorshipRef {
  readonly platformId: string
  readonly endedOn: Date | null
  readonly mentor: FacilityOfOne
  readonly mentee: FacilityOfOne
}

const isSecretariatOf = (viewer: Viewer, platformId: string): boolean =>
  actsAs(viewer, 'PLATFORM_SECRETARIAT') && viewer.acting?.platformId === platformId

/** The secretariat brings two facilities together, or the head of the one that guides begins by itself. */
export const begin = (
  viewer: Viewer,
  { platformId, mentor }: Pick<MentorshipRef, 'platformId' | 'mentor'>,
): Verdict =>
  isSecretariatOf(viewer, platformId) || speaksFor(viewer, mentor, HEADS)
    ? allow
    : deny('ONLY_THE_MENTOR_OR_SECRETARIAT_BEGINS')

/** Both sides and the secretariat keep the record, while it goes on. */
export const keep = (viewer: Viewer, one: MentorshipRef): Verdict =>
  all(
    isSecretariatOf(viewer, one.platformId) ||
      speaksFor(viewer, one.mentor, HEADS) ||
      speaksFor(viewer, one.mentee, HEADS)
      ? allow
      : deny('ONLY_THE_TWO_FACILITIES_KEEP_IT'),
    one.endedOn === null ? allow : deny('MENTORSHIP_HAS_ENDED'),
  )

/** The network's rule and library are the secretariat's. */
export function lookAfter(viewer: Viewer, { platformId }: { readonly platformId: string }): Verdict {
  if (!actsAs(viewer, 'PLATFORM_SECRETARIAT')) return deny('ONLY_THE_SECRETARIAT_KEEPS')
  return viewer.acting?.platformId === platformId ? allow : deny('NOT_YOUR_NETWORK')
}
