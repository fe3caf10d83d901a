import type { Prisma } from '../../../generated/prisma/client.ts'
import type { Behalf } from '../../../kernel/audit.ts'
import { allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, isSystem, type RoleName, type Viewer } from '../../../kernel/viewer.ts'
import { editFacility, lookedAfterBy } from '../policy.ts'
import { behalfOf, entrustedBy } from '../rules/held-mandates.ts'
import { editCorporation } from './corporation.ts'

/** What a policy must know of a report. */
export interface MistakeRef {
  readonly facilityId: string | null
  /** The corporation the page is about, or the one that runs the facility. */
  readonly ownerId: string | null
  /** Networks the owner belongs to today. */
  readonly platformIds: readonly string[]
}

/**
 * Reports are seen by whoever may correct what they are about: the facility's people, the corporation's administrator,
 * whom it has entrusted with correcting, the secretariat of its networks and the operator.
 */
export function mistakesVisibleTo(viewer: Viewer): Prisma.MistakeReportWhereInput {
  const { acting } = viewer
  if (!viewer.userId || !acting) return { id: { in: [] } }
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return {}
  const parts: Prisma.MistakeReportWhereInput[] = []
  const ofCorporations = (corporation: Prisma.CorporationWhereInput) =>
    parts.push(
      { corporation: { is: corporation } },
      { facility: { is: { corporation: { is: corporation } } } },
    )
  if (actsAs(viewer, 'PLATFORM_SECRETARIAT')) ofCorporations({ memberships: { some: lookedAfterBy(viewer) } })
  if (actsAs(viewer, 'FACILITY_DIRECTOR', 'FACILITY_STAFF') && acting.facilityId)
    parts.push({ facilityId: acting.facilityId })
  if (actsAs(viewer, 'CORPORATION_ADMIN') && acting.corporationId)
    ofCorporations({ id: acting.corporationId })
  const entrusted = entrustedBy(viewer, 'EDIT_FACTS')
  if (entrusted.length > 0) ofCorporations({ id: { in: entrusted } })
  return parts.length > 0 ? { OR: parts } : { id: { in: [] } }
}

/** Who may say what became of a report: who may correct the facts. */
export function settleMistake(viewer: Viewer, { facilityId, ownerId, platformIds }: MistakeRef): Verdict {
  if (!viewer.userId) return deny('SIGN_IN_FIRST')
  const { acting } = viewer
  if (facilityId === null) return editCorporation(viewer, { id: ownerId ?? '', platformIds })
  const inOwnNetwork = acting?.platformId != null && platformIds.includes(acting.platformId)
  return editFacility(viewer, { id: facilityId, corporationId: ownerId }, inOwnNetwork)
}

/** On whose behalf a report is settled; null by its own people. */
export const settledOnBehalfOf = (viewer: Viewer, mistake: MistakeRef): Behalf | null =>
  behalfOf(viewer, mistake.ownerId, (own) => settleMistake(own, mistake))

/** Who answers for the facts of a facility or of a corporation: where somebody does, others are not asked at first. */
export const ANSWERING_ROLES: readonly RoleName[] = ['FACILITY_DIRECTOR', 'CORPORATION_ADMIN']

/** Whose reports are the viewer's work, and not only something they may settle; null for nobody's. */
export interface MistakeWork {
  readonly facilityId: string | null
  readonly corporationId: string | null
  readonly platformId: string | null
  readonly operator: boolean
}

export function mistakesAreWorkOf(viewer: Viewer): MistakeWork | null {
  const { acting } = viewer
  if (!viewer.userId || !acting) return null
  const nothing = { facilityId: null, corporationId: null, platformId: null, operator: false }
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return { ...nothing, operator: true }
  if (actsAs(viewer, 'PLATFORM_SECRETARIAT')) return { ...nothing, platformId: acting.platformId }
  if (actsAs(viewer, 'CORPORATION_ADMIN')) return { ...nothing, corporationId: acting.corporationId }
  return actsAs(viewer, 'FACILITY_DIRECTOR', 'FACILITY_STAFF')
    ? { ...nothing, facilityId: acting.facilityId }
    : null
}

/** Only the portal forgets reports. */
export const forgetMistakes = (viewer: Viewer): Verdict => (isSystem(viewer) ? allow : deny('SYSTEM_ONLY'))
