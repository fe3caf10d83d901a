import type { Prisma } from '../../../generated/prisma/client.ts'
import type { ReadinessSource } from '../../../generated/prisma/enums.ts'
import { all, allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, type RoleName, type Viewer } from '../../../kernel/viewer.ts'
import {
  corporationOf,
  facilitiesOf,
  facilityOf,
  nothing,
  officeOf,
  ownFacilities,
  speaksFor,
  type FacilityRef,
} from './viewers.ts'

const OWN_PEOPLE: readonly RoleName[] = ['FACILITY_DIRECTOR', 'FACILITY_STAFF', 'CORPORATION_ADMIN']
const MENTORS: readonly RoleName[] = ['FACILITY_DIRECTOR', 'CORPORATION_ADMIN']

/** Facilities that the viewer's facility, or one of the corporation acted for, guides now. */
function guidedBy(viewer: Viewer): Prisma.FacilityWhereInput | null {
  const [facilityId, corporationId] = [facilityOf(viewer), corporationOf(viewer)]
  if (facilityId) return { mentored: { some: { endedOn: null, mentorFacilityId: facilityId } } }
  return corporationId
    ? { mentored: { some: { endedOn: null, mentorFacility: { is: { corporationId } } } } }
    : null
}

/**
 * Facilities whose readiness the viewer may read: the own ones, those that the own ones guide, and to a network's officers
 * those of its members. Nobody else: whoever is not ready yet says so only among those who help.
 */
export function checkedFacilities(viewer: Viewer): Prisma.FacilityWhereInput {
  const office = officeOf(viewer)
  const found = [
    ownFacilities(viewer),
    guidedBy(viewer),
    office ? facilitiesOf([office], viewer.today) : null,
  ].filter((where) => where !== null)
  return found.length === 0 ? nothing : { OR: found }
}

export const answersVisibleTo = (viewer: Viewer): Prisma.ReadinessAnswerWhereInput => ({
  facility: { is: checkedFacilities(viewer) },
})
export const commentsVisibleTo = (viewer: Viewer): Prisma.ReadinessCommentWhereInput => ({
  facility: { is: checkedFacilities(viewer) },
})
export const draftsVisibleTo = (viewer: Viewer): Prisma.ReadinessDraftWhereInput => ({
  facility: { is: checkedFacilities(viewer) },
})

/** A facility with who guides it now and the networks of its corporation. */
export interface CheckedFacility extends FacilityRef {
  readonly platformIds: readonly string[]
  readonly mentors: readonly { readonly facilityId: string; readonly corporationId: string | null }[]
}

/** As what the viewer speaks of a facility's readiness; null if not at all. */
export function sourceOf(viewer: Viewer, facility: CheckedFacility): ReadinessSource | null {
  if (speaksFor(viewer, facility, OWN_PEOPLE)) return 'FACILITY'
  const guides = facility.mentors.some(({ facilityId, corporationId }) =>
    speaksFor(viewer, { id: facilityId, corporationId }, MENTORS),
  )
  if (guides) return 'MENTOR'
  const secretariat =
    actsAs(viewer, 'PLATFORM_SECRETARIAT') && facility.platformIds.includes(viewer.acting?.platformId ?? '')
  return secretariat ? 'NETWORK' : null
}

/** Its own people, its mentor and the secretariat answer and comment, each in their own name. */
export const answer = (viewer: Viewer, facility: CheckedFacility): Verdict =>
  sourceOf(viewer, facility) === null ? deny('ONLY_WHO_HELPS_ANSWERS') : allow

/** What a drill suggests is taken over or put aside by the facility's own people. */
export const decideDraft = (
  viewer: Viewer,
  facility: CheckedFacility,
  draft: { readonly decidedAt: Date | null },
): Verdict =>
  all(
    sourceOf(viewer, facility) === 'FACILITY' ? allow : deny('ONLY_THE_FACILITY_DECIDES'),
    draft.decidedAt === null ? allow : deny('DRAFT_IS_DECIDED'),
  )

/** The checklist itself is master data of the installation. */
export const editItem = (viewer: Viewer): Verdict =>
  actsAs(viewer, 'SYSTEM_OPERATOR') ? allow : deny('ONLY_THE_OPERATOR_EDITS_THE_CHECKLIST')

/** The same as SQL on the alias `fa` (facility); `param` puts a value into the statement. */
export function checkedSql(viewer: Viewer, param: (value: unknown) => string): string {
  const [facilityId, corporationId, office] = [facilityOf(viewer), corporationOf(viewer), officeOf(viewer)]
  const guided = (column: string, id: string) => `EXISTS (SELECT FROM mentorship AS ms
    JOIN facility AS guide ON guide.id = ms.mentor_facility_id
    WHERE ms.mentee_facility_id = fa.id AND ms.ended_on IS NULL AND guide.${column} = ${param(id)}::uuid)`
  const conditions = [
    ...(facilityId ? [`fa.id = ${param(facilityId)}::uuid`, guided('id', facilityId)] : []),
    ...(corporationId
      ? [`fa.corporation_id = ${param(corporationId)}::uuid`, guided('corporation_id', corporationId)]
      : []),
    ...(office
      ? [
          `EXISTS (SELECT FROM platform_membership AS m WHERE m.corporation_id = fa.corporation_id
             AND m.platform_id = ${param(office)}::uuid AND m.starts_on <= ${param(viewer.today)}::date
             AND (m.ends_on IS NULL OR m.ends_on >= ${param(viewer.today)}::date))`,
        ]
      : []),
  ]
  return conditions.length === 0 ? 'false' : `(${conditions.join(' OR ')})`
}
