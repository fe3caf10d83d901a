import type { Prisma } from '../../../generated/prisma/client.ts'
import { allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, isSystem, type Viewer } from '../../../kernel/viewer.ts'

/**
 * Pairs that may be one are seen by whoever may decide: the operator; the secretariat for the corporations of its network
 * and for its municipality; the liaison for the municipality; a corporation's administrator for its own.
 */
export function matchesVisibleTo(viewer: Viewer): Prisma.MatchProposalWhereInput {
  const { acting, platformIds, today } = viewer
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return {}
  if (actsAs(viewer, 'PLATFORM_SECRETARIAT')) {
    const member: Prisma.CorporationWhereInput = {
      memberships: {
        some: {
          platformId: { in: [...platformIds] },
          startsOn: { lte: today },
          OR: [{ endsOn: null }, { endsOn: { gte: today } }],
        },
      },
    }
    return {
      OR: [
        { municipality: { is: { platforms: { some: { id: { in: [...platformIds] } } } } } },
        { owner: { is: member } },
        { otherOwner: { is: member } },
      ],
    }
  }
  if (actsAs(viewer, 'MUNICIPAL_LIAISON') && acting?.municipalityCode)
    return { municipalityCode: acting.municipalityCode }
  if (actsAs(viewer, 'CORPORATION_ADMIN') && acting?.corporationId)
    return { OR: [{ ownerId: acting.corporationId }, { otherOwnerId: acting.corporationId }] }
  return { id: { in: [] } }
}

/** For whom going through the pairs is work, not only something they may do: all of them, or those of the network. */
export function pairsAreWorkOf(viewer: Viewer): 'ALL' | 'OWN' | null {
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return 'ALL'
  return actsAs(viewer, 'PLATFORM_SECRETARIAT') ? 'OWN' : null
}

/** Who decides whether two records are one; which pairs, `matchesVisibleTo` says. */
export const decideMatch = (viewer: Viewer): Verdict =>
  actsAs(viewer, 'SYSTEM_OPERATOR', 'PLATFORM_SECRETARIAT', 'MUNICIPAL_LIAISON', 'CORPORATION_ADMIN')
    ? allow
    : deny('ONLY_WHO_LOOKS_AFTER_THE_REGISTRY')

/** What a policy must know of two records that are to become one. */
export interface MergeRef {
  readonly record: 'CORPORATION' | 'FACILITY'
  /** The corporations themselves, or the owners of the facilities. */
  readonly ownerIds: readonly [string | null, string | null]
  /** Networks each of them belongs to today. */
  readonly platformIds: readonly [readonly string[], readonly string[]]
}

/**
 * Who may make two records one: the operator; the secretariat where both belong to its network; a corporation's
 * administrator for two facilities of its own.
 */
export function merge(viewer: Viewer, { record, ownerIds, platformIds }: MergeRef): Verdict {
  const { acting } = viewer
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return allow
  if (actsAs(viewer, 'PLATFORM_SECRETARIAT'))
    return platformIds.every((ids) => ids.some((id) => id === acting?.platformId))
      ? allow
      : deny('ONLY_RECORDS_OF_THE_NETWORK')
  if (record === 'FACILITY' && actsAs(viewer, 'CORPORATION_ADMIN'))
    return acting?.corporationId != null && ownerIds.every((id) => id === acting.corporationId)
      ? allow
      : deny('NOT_YOUR_CORPORATION')
  return deny('ONLY_WHO_LOOKS_AFTER_THE_REGISTRY')
}

/** Who may undo it: whoever may now act on the kept record, to which everything went. */
export const undoMerge = (viewer: Viewer, { record, ownerIds, platformIds }: MergeRef): Verdict =>
  merge(viewer, {
    record,
    ownerIds: [ownerIds[0], ownerIds[0]],
    platformIds: [platformIds[0], platformIds[0]],
  })

/** Merges are seen by whoever could have done them. */
export function mergesVisibleTo(viewer: Viewer): Prisma.RegistryMergeWhereInput {
  const { acting } = viewer
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return {}
  if (actsAs(viewer, 'PLATFORM_SECRETARIAT') && acting?.platformId) {
    const member: Prisma.CorporationWhereInput = { memberships: { some: { platformId: acting.platformId } } }
    return {
      OR: [{ keptFacility: { is: { corporation: { is: member } } } }, { keptCorporation: { is: member } }],
    }
  }
  if (actsAs(viewer, 'CORPORATION_ADMIN') && acting?.corporationId)
    return {
      OR: [
        { keptFacility: { is: { corporationId: acting.corporationId } } },
        { keptCorporationId: acting.corporationId },
      ],
    }
  return { id: { in: [] } }
}

/** Who may have the whole registry compared. */
export const matchRegistry = (viewer: Viewer): Verdict =>
  isSystem(viewer) || actsAs(viewer, 'SYSTEM_OPERATOR') ? allow : deny('ONLY_THE_OPERATOR')
