import type { Prisma } from '../../../generated/prisma/client.ts'
import { allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, isSystem, type RoleName, type Viewer } from '../../../kernel/viewer.ts'

/** What a policy must know of a corporation. */
export interface CorporationRef {
  readonly id: string
  /** Networks it is a member of today. */
  readonly platformIds: readonly string[]
}

/** The person who confirms and the role that counts. */
export function corporationConfirmerOf(viewer: Viewer): { userId: string; role: RoleName } {
  if (!viewer.userId || !actsAs(viewer, 'CORPORATION_ADMIN'))
    throw new Error('`confirmCorporation` lets nobody pass who is no administrator.')
  return { userId: viewer.userId, role: 'CORPORATION_ADMIN' }
}

/** Who may say of a corporation's facts that they are right: its administrator. */
export function confirmCorporation(viewer: Viewer, corporation: Pick<CorporationRef, 'id'>): Verdict {
  const { acting } = viewer
  if (!viewer.userId) return deny('SIGN_IN_FIRST')
  if (!acting) return deny('CHOOSE_ACTING')
  if (!actsAs(viewer, 'CORPORATION_ADMIN')) return deny('ONLY_THE_CORPORATION_CONFIRMS')
  return acting.corporationId === corporation.id ? allow : deny('NOT_YOUR_CORPORATION')
}

/** The corporation whose facts the viewer may confirm; null for none. Says the same as `confirmCorporation`. */
export const confirmableCorporation = (viewer: Viewer): string | null =>
  viewer.userId && actsAs(viewer, 'CORPORATION_ADMIN') ? (viewer.acting?.corporationId ?? null) : null

/** Whether the viewer runs the clerical work of a network that the corporation belongs to. */
const isSecretariatOf = (viewer: Viewer, platformIds: readonly string[]): boolean => {
  const platformId = viewer.acting?.platformId ?? null
  return actsAs(viewer, 'PLATFORM_SECRETARIAT') && platformId !== null && platformIds.includes(platformId)
}

/** Who may correct a corporation's facts and contacts: its administrator, its networks' secretariats, the operator. */
export function editCorporation(viewer: Viewer, corporation: CorporationRef): Verdict {
  if (actsAs(viewer, 'SYSTEM_OPERATOR') || isSecretariatOf(viewer, corporation.platformIds)) return allow
  if (actsAs(viewer, 'PLATFORM_SECRETARIAT')) return deny('NOT_A_MEMBER')
  if (viewer.acting && !actsAs(viewer, 'CORPORATION_ADMIN')) return deny('ONLY_ITS_ADMINISTRATOR_EDITS')
  return confirmCorporation(viewer, corporation)
}

/** Who may write down a corporation's own 経理規程: its administrator alone; nobody else knows it. */
export function editProcurementLimits(viewer: Viewer, corporation: Pick<CorporationRef, 'id'>): Verdict {
  if (viewer.acting && !actsAs(viewer, 'CORPORATION_ADMIN')) return deny('ONLY_ITS_ADMINISTRATOR_EDITS')
  return confirmCorporation(viewer, corporation)
}

/** Who may write down that a corporation ends: it moves people and memberships, so never one of the corporations alone. */
export function recordSuccession(
  viewer: Viewer,
  { platformIds }: Pick<CorporationRef, 'platformIds'>,
): Verdict {
  if (!viewer.userId) return deny('SIGN_IN_FIRST')
  if (!viewer.acting) return deny('CHOOSE_ACTING')
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return allow
  if (!actsAs(viewer, 'PLATFORM_SECRETARIAT')) return deny('ONLY_THE_SECRETARIAT_RECORDS')
  return isSecretariatOf(viewer, platformIds) ? allow : deny('NOT_A_MEMBER')
}

/** Who may put a corporation into the registry: secretariats, whose network it joins next, and the operator. */
export function registerCorporation(viewer: Viewer): Verdict {
  if (!viewer.userId) return deny('SIGN_IN_FIRST')
  if (!viewer.acting) return deny('CHOOSE_ACTING')
  return actsAs(viewer, 'SYSTEM_OPERATOR', 'PLATFORM_SECRETARIAT')
    ? allow
    : deny('ONLY_THE_SECRETARIAT_RECORDS')
}

/** Who may correct the lists of the state's. */
export const editMasterFact = (viewer: Viewer): Verdict =>
  actsAs(viewer, 'SYSTEM_OPERATOR') ? allow : deny('ONLY_THE_OPERATOR')

/** What happens by the calendar. */
export const onlyThePortal = (viewer: Viewer): Verdict => (isSystem(viewer) ? allow : deny('SYSTEM_ONLY'))

const memberOf = (platformIds: readonly string[], today: Date): Prisma.CorporationWhereInput => ({
  memberships: {
    some: {
      platformId: { in: [...platformIds] },
      startsOn: { lte: today },
      OR: [{ endsOn: null }, { endsOn: { gte: today } }],
    },
  },
})

/** Corporations whose inner facts the viewer sees as one of their own people. */
function ownCorporation(viewer: Viewer): Prisma.CorporationWhereInput[] {
  const id = viewer.acting?.corporationId
  return id ? [{ id }] : []
}

/** Corporations of which the viewer is the secretariat. */
function underOwnSecretariat(viewer: Viewer): Prisma.CorporationWhereInput[] {
  const platformId = viewer.acting?.platformId
  return platformId && actsAs(viewer, 'PLATFORM_SECRETARIAT') ? [memberOf([platformId], viewer.today)] : []
}

/**
 * Whom to call is for the corporation's own people and, as each contact's audience says, for the networks it belongs to
 * (members, secretariat, municipality's liaison) or for their secretariats alone. The operator needs no numbers.
 */
export function corporationContactsVisibleTo(viewer: Viewer): Prisma.CorporationContactWhereInput {
  const all = [...ownCorporation(viewer), ...underOwnSecretariat(viewer)]
  const visible: Prisma.CorporationContactWhereInput[] = []
  if (all.length > 0) visible.push({ corporation: { is: { OR: all } } })
  if (viewer.acting && viewer.platformIds.length > 0)
    visible.push({ audience: 'NETWORK', corporation: { is: memberOf(viewer.platformIds, viewer.today) } })
  return visible.length > 0 ? { OR: visible } : { id: { in: [] } }
}

/** The own 経理規程 is for the corporation's own people and for the secretariats of its networks. */
export function procurementVisibleTo(viewer: Viewer): Prisma.ProcurementLimitWhereInput {
  const all = [...ownCorporation(viewer), ...underOwnSecretariat(viewer)]
  return all.length > 0 ? { corporation: { is: { OR: all } } } : { id: { in: [] } }
}

/** What has happened is public; what is planned is known to both corporations, their secretariats and the operator. */
export function successionVisibleTo(viewer: Viewer): Prisma.CorporationSuccessionWhereInput {
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return {}
  const concerned = [...ownCorporation(viewer), ...underOwnSecretariat(viewer)]
  return {
    OR: [
      { status: 'DONE' },
      ...concerned.flatMap((one) => [{ corporation: { is: one } }, { successor: { is: one } }]),
    ],
  }
}
