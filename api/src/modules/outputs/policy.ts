import type { Prisma } from '../../generated/prisma/client.ts'
import type { OutputForm } from '../../generated/prisma/enums.ts'
import { allow, deny, type Verdict } from '../../kernel/verdict.ts'
import { actsAs, type Viewer } from '../../kernel/viewer.ts'

/** Whether the viewer sees what belongs to an event of this network: its members, officers and the municipality. */
export const seesEventsOf = (viewer: Viewer, platformId: string): boolean =>
  viewer.acting !== null && viewer.platformIds.includes(platformId)

/** Forms of an event are read by who sees the event; what corporations spent, by the officers and the municipality alone. */
export function readForm(viewer: Viewer, platformId: string, form: OutputForm): Verdict {
  if (!seesEventsOf(viewer, platformId)) return deny('NOT_YOUR_NETWORK')
  if (form !== 'COST_CLAIM') return allow
  return actsAs(viewer, 'PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR', 'MUNICIPAL_LIAISON')
    ? allow
    : deny('ONLY_OFFICERS_SEE_CLAIMS')
}

interface FiledFor {
  readonly platformId: string
  /** Null for a form about the whole event. */
  readonly facilityId: string | null
  readonly corporationId: string | null
}

/** Who says that a form was handed in: the facility's own people and their corporation for it, the secretariat for all. */
export function recordFiling(viewer: Viewer, { platformId, facilityId, corporationId }: FiledFor): Verdict {
  if (!viewer.platformIds.includes(platformId)) return deny('NOT_YOUR_NETWORK')
  if (actsAs(viewer, 'PLATFORM_SECRETARIAT') && viewer.acting?.platformId === platformId) return allow
  if (
    facilityId !== null &&
    actsAs(viewer, 'FACILITY_DIRECTOR', 'FACILITY_STAFF') &&
    viewer.acting?.facilityId === facilityId
  )
    return allow
  if (
    corporationId !== null &&
    actsAs(viewer, 'CORPORATION_ADMIN') &&
    viewer.acting?.corporationId === corporationId
  )
    return allow
  return deny('ONLY_WHO_HANDS_IT_IN')
}

export const filingsVisibleTo = (viewer: Viewer): Prisma.OutputFilingWhereInput => ({
  event: { is: { platformId: { in: [...viewer.platformIds] } } },
})
