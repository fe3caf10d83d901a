import type { Prisma } from '../../../generated/prisma/client.ts'
import type { CorporationBlock } from '../../../generated/prisma/enums.ts'
import type { Behalf } from '../../../kernel/audit.ts'
import { all, allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, isSystem, type RoleName, type Viewer } from '../../../kernel/viewer.ts'
import { behalfOf, entrustedBy, mandateFor, seesAllContactsOf } from '../rules/held-mandates.ts'

/** What a policy must know of a corporation. */
export interface CorporationRef {
  readonly id: string
  /** Networks it is a member of today. */
  readonly platformIds: readonly string[]
}

/** The person who confirms, the role that counts, and the mandate that allows it if it is not its administrator. */
export function corporationConfirmerOf(
  viewer: Viewer,
  corporation: Pick<CorporationRef, 'id'>,
): { userId: string; role: RoleName; mandateId: string | null } {
  const own = confirmAsOwn(viewer, corporation).allowed
  const mandate = own ? null : mandateFor(viewer, corporation.id, 'CONFIRM_FACTS')
  if (!viewer.userId || !(own || mandate))
    throw new Error('`confirmCorporation` lets nobody pass who is no administrator and was not entrusted.')
  const role = actsAs(viewer, 'CORPORATION_ADMIN') ? 'CORPORATION_ADMIN' : 'PLATFORM_SECRETARIAT'
  return { userId: viewer.userId, role, mandateId: mandate?.id ?? null }
}

/**
 * Who may say of a block of a corporation's facts, or of all of them, that they are right: its administrator, and whom it
 * has entrusted with it. Nobody confirms contacts that they do not see whole, and its own 経理規程 nobody else at all.
 */
export function confirmCorporation(
  viewer: Viewer,
  corporation: Pick<CorporationRef, 'id'>,
  block: CorporationBlock | null,
): Verdict {
  const own = confirmAsOwn(viewer, corporation)
  if (own.allowed || !mandateFor(viewer, corporation.id, 'CONFIRM_FACTS')) return own
  if (block === null || block === 'PROCUREMENT') return deny('LIMITS_ARE_NOT_ENTRUSTED')
  return block === 'BASIC' || seesAllContactsOf(viewer, corporation.id)
    ? allow
    : deny('CONTACTS_NOT_ENTRUSTED')
}

/** On whose behalf a corporation's facts are confirmed; null by its administrator. */
export const corporationConfirmedOnBehalfOf = (
  viewer: Viewer,
  corporation: Pick<CorporationRef, 'id'>,
): Behalf | null => behalfOf(viewer, corporation.id, (own) => confirmAsOwn(own, corporation))

function confirmAsOwn(viewer: Viewer, corporation: Pick<CorporationRef, 'id'>): Verdict {
  const { acting } = viewer
  if (!viewer.userId) return deny('SIGN_IN_FIRST')
  if (!acting) return deny('CHOOSE_ACTING')
  if (!actsAs(viewer, 'CORPORATION_ADMIN')) return deny('ONLY_THE_CORPORATION_CONFIRMS')
  return acting.corporationId === corporation.id ? allow : deny('NOT_YOUR_CORPORATION')
}

/** Corporations whose facts the viewer may confirm. */
export interface ConfirmableCorporations {
  readonly own: string | null
  readonly entrustedBy: readonly string[]
  /** Those of them whose contacts the viewer may confirm too. */
  readonly contactsEntrustedBy: readonly string[]
}

/** Corporations whose facts the viewer may confirm; null for none. Says the same as `confirmCorporation`. */
export function confirmableCorporations(viewer: Viewer): ConfirmableCorporations | null {
  const own =
    viewer.userId && actsAs(viewer, 'CORPORATION_ADMIN') ? (viewer.acting?.corporationId ?? null) : null
  const entrusted = entrustedBy(viewer, 'CONFIRM_FACTS')
  if (own === null && entrusted.length === 0) return null
  return {
    own,
    entrustedBy: entrusted,
    contactsEntrustedBy: entrusted.filter((id) => seesAllContactsOf(viewer, id)),
  }
}

/** Whether the viewer runs the clerical work of a network that the corporation belongs to. */
const isSecretariatOf = (viewer: Viewer, platformIds: readonly string[]): boolean => {
  const platformId = viewer.acting?.platformId ?? null
  return actsAs(viewer, 'PLATFORM_SECRETARIAT') && platformId !== null && platformIds.includes(platformId)
}

/**
 * Who may correct a corporation's facts: its administrator, its networks' secretariats, the operator, and whom it has
 * entrusted with it.
 */
export function editCorporation(viewer: Viewer, corporation: CorporationRef): Verdict {
  const own = editAsOwn(viewer, corporation)
  return own.allowed || !mandateFor(viewer, corporation.id, 'EDIT_FACTS') ? own : allow
}

/** The same of whom to call: the list is replaced as a whole, so whoever is entrusted must see it whole. */
export function editCorporationContacts(viewer: Viewer, corporation: CorporationRef): Verdict {
  const own = editAsOwn(viewer, corporation)
  if (own.allowed || !mandateFor(viewer, corporation.id, 'EDIT_FACTS')) return own
  return seesAllContactsOf(viewer, corporation.id) ? allow : deny('CONTACTS_NOT_ENTRUSTED')
}

/** Who may correct 所轄庁: the same people, but never on behalf. */
export const correctAuthority = (viewer: Viewer, corporation: CorporationRef): Verdict =>
  editAsOwn(viewer, corporation)

/** On whose behalf a corporation is edited, or confirmed by the edit; null when the own rights are enough for both. */
export const corporationEditedOnBehalfOf = (
  viewer: Viewer,
  corporation: CorporationRef,
  block: CorporationBlock,
): Behalf | null => {
  const confirms = confirmCorporation(viewer, corporation, block).allowed
  return behalfOf(viewer, corporation.id, (own) =>
    all(editAsOwn(own, corporation), ...(confirms ? [confirmAsOwn(own, corporation)] : [])),
  )
}

function editAsOwn(viewer: Viewer, corporation: CorporationRef): Verdict {
  if (actsAs(viewer, 'SYSTEM_OPERATOR') || isSecretariatOf(viewer, corporation.platformIds)) return allow
  if (actsAs(viewer, 'PLATFORM_SECRETARIAT')) return deny('NOT_A_MEMBER')
  if (viewer.acting && !actsAs(viewer, 'CORPORATION_ADMIN')) return deny('ONLY_ITS_ADMINISTRATOR_EDITS')
  return confirmAsOwn(viewer, corporation)
}

/** Who may write down a corporation's own 経理規程: its administrator alone; nobody else knows it. */
export function editProcurementLimits(viewer: Viewer, corporation: Pick<CorporationRef, 'id'>): Verdict {
  if (viewer.acting && !actsAs(viewer, 'CORPORATION_ADMIN')) return deny('ONLY_ITS_ADMINISTRATOR_EDITS')
  return confirmAsOwn(viewer, corporation)
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
  const whole = [...ownCorporation(viewer), ...underOwnSecretariat(viewer)]
  const visible: Prisma.CorporationContactWhereInput[] = []
  if (whole.length > 0) visible.push({ corporation: { is: { OR: whole } } })
  const entrusted = entrustedBy(viewer, 'SEE_ALL_CONTACTS')
  if (entrusted.length > 0) visible.push({ corporationId: { in: entrusted } })
  if (viewer.acting && viewer.platformIds.length > 0)
    visible.push({ audience: 'NETWORK', corporation: { is: memberOf(viewer.platformIds, viewer.today) } })
  return visible.length > 0 ? { OR: visible } : { id: { in: [] } }
}

/** The own 経理規程 is for the corporation's own people and for the secretariats of its networks. */
export function procurementVisibleTo(viewer: Viewer): Prisma.ProcurementLimitWhereInput {
  const whole = [...ownCorporation(viewer), ...underOwnSecretariat(viewer)]
  return whole.length > 0 ? { corporation: { is: { OR: whole } } } : { id: { in: [] } }
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
