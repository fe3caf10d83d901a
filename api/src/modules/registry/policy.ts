import type { Prisma } from '../../generated/prisma/client.ts'
import type { FacilityBlock } from '../../generated/prisma/enums.ts'
import type { Behalf } from '../../kernel/audit.ts'
import { all, allow, deny, type Verdict } from '../../kernel/verdict.ts'
import { actsAs, isSystem, type RoleName, type Viewer } from '../../kernel/viewer.ts'
import { behalfOf, entrustedBy, mandateFor, seesAllContactsOf } from './rules/held-mandates.ts'

/** Facts of corporations, facilities, offices, shelters, municipalities, services and sources are for everybody. */
export const visibleToAll = (_viewer: Viewer): Record<string, never> => ({})

/** What a policy must know of a facility. */
export interface FacilityRef {
  readonly id: string
  readonly corporationId: string | null
}

const FACILITY_ROLES: readonly RoleName[] = ['FACILITY_DIRECTOR', 'FACILITY_STAFF']

/** Roles whose word counts for a facility's facts, the nearest first. */
const CONFIRMING_ROLES: readonly RoleName[] = [...FACILITY_ROLES, 'CORPORATION_ADMIN']

/** Roles that use what a corporation has entrusted their body with. */
const ENTRUSTED_ROLES: readonly RoleName[] = ['CORPORATION_ADMIN', 'PLATFORM_SECRETARIAT']

/** The person who confirms, the role that counts, and the mandate that allows it if they are not its own people. */
export function confirmerOf(
  viewer: Viewer,
  facility: FacilityRef,
): { userId: string; role: RoleName; mandateId: string | null } {
  const own = confirmAsOwn(viewer, facility).allowed
  const mandate = own ? null : mandateFor(viewer, facility.corporationId, 'CONFIRM_FACTS')
  const roles: readonly RoleName[] = mandate ? ENTRUSTED_ROLES : CONFIRMING_ROLES
  const role = roles.find((each) => actsAs(viewer, each))
  if (!viewer.userId || !role || !(own || mandate))
    throw new Error('`confirm` lets nobody pass who is not one of these.')
  return { userId: viewer.userId, role, mandateId: mandate?.id ?? null }
}

/**
 * Who may say of a facility's facts that they are right: its director and staff, its corporation's administrator, and
 * whom the corporation has entrusted with it.
 */
export function confirm(viewer: Viewer, facility: FacilityRef): Verdict {
  const own = confirmAsOwn(viewer, facility)
  return own.allowed || !mandateFor(viewer, facility.corporationId, 'CONFIRM_FACTS') ? own : allow
}

/** The same of whom to call: nobody confirms a list that they do not see whole. */
export function confirmContacts(viewer: Viewer, facility: FacilityRef): Verdict {
  const verdict = confirm(viewer, facility)
  const whole = confirmAsOwn(viewer, facility).allowed || seesAllContactsOf(viewer, facility.corporationId)
  return verdict.allowed && !whole ? deny('CONTACTS_NOT_ENTRUSTED') : verdict
}

/** The same of one block, or of all of them. */
export const confirmBlock = (viewer: Viewer, facility: FacilityRef, block: FacilityBlock | null): Verdict =>
  block === null || block === 'CONTACTS' ? confirmContacts(viewer, facility) : confirm(viewer, facility)

/** On whose behalf a facility's facts are confirmed; null by its own people. */
export const confirmedOnBehalfOf = (viewer: Viewer, facility: FacilityRef): Behalf | null =>
  behalfOf(viewer, facility.corporationId, (own) => confirmAsOwn(own, facility))

function confirmAsOwn(viewer: Viewer, facility: FacilityRef): Verdict {
  const { acting } = viewer
  if (!viewer.userId) return deny('SIGN_IN_FIRST')
  if (!acting) return deny('CHOOSE_ACTING')
  if (actsAs(viewer, ...FACILITY_ROLES))
    return acting.facilityId === facility.id ? allow : deny('NOT_YOUR_FACILITY')
  if (actsAs(viewer, 'CORPORATION_ADMIN'))
    return facility.corporationId !== null && acting.corporationId === facility.corporationId
      ? allow
      : deny('NOT_YOUR_CORPORATION')
  return deny('ONLY_THE_FACILITY_CONFIRMS')
}

/** Facilities whose facts the viewer may confirm. */
export interface Confirmable {
  readonly facilityId: string | null
  readonly corporationId: string | null
  /** Corporations that have entrusted the viewer with it. */
  readonly entrustedBy: readonly string[]
  /** Those of them whose contacts the viewer may confirm too. */
  readonly contactsEntrustedBy: readonly string[]
}

/** Facilities whose facts the viewer may confirm; null for none. Says the same as `confirm` and `confirmContacts`. */
export function confirmableFacilities(viewer: Viewer): Confirmable | null {
  const { acting } = viewer
  if (!viewer.userId || !acting) return null
  const entrusted = entrustedBy(viewer, 'CONFIRM_FACTS')
  const others = {
    entrustedBy: entrusted,
    contactsEntrustedBy: entrusted.filter((id) => seesAllContactsOf(viewer, id)),
  }
  if (actsAs(viewer, ...FACILITY_ROLES))
    return { facilityId: acting.facilityId, corporationId: null, ...others }
  if (actsAs(viewer, 'CORPORATION_ADMIN'))
    return { facilityId: null, corporationId: acting.corporationId, ...others }
  return entrusted.length > 0 ? { facilityId: null, corporationId: null, ...others } : null
}

/** Memberships that hold today in networks the viewer belongs to. */
const commonNetwork = ({ platformIds, today }: Viewer): Prisma.PlatformMembershipWhereInput => ({
  platformId: { in: [...platformIds] },
  startsOn: { lte: today },
  OR: [{ endsOn: null }, { endsOn: { gte: today } }],
})

/** Nothing at all. */
const NOTHING = { id: { in: [] as string[] } }

interface ContactOfFacility {
  facility?: { is: Prisma.FacilityWhereInput }
  audience?: 'NETWORK'
  OR?: ContactOfFacility[]
  id?: { in: string[] }
}

/** Whoever is asked first for a facility: its own people and its corporation's administrator. */
function nearestFacilities(viewer: Viewer): Prisma.FacilityWhereInput | null {
  const { acting } = viewer
  if (acting?.facilityId) return { id: acting.facilityId }
  return acting?.corporationId && actsAs(viewer, 'CORPORATION_ADMIN')
    ? { corporationId: acting.corporationId }
    : null
}

/**
 * Whom to call is for the people of the facility's corporation and for the networks this belongs to: members, their
 * secretariat and the municipality's liaison. What is for the secretariat only is seen by it, by the facility's own
 * people and by the corporation's administrator. The operator of the system needs no telephone numbers.
 */
function facilityContacts(viewer: Viewer): ContactOfFacility {
  const { acting } = viewer
  if (!acting) return NOTHING
  const inNetwork: ContactOfFacility = {
    facility: { is: { corporation: { is: { memberships: { some: commonNetwork(viewer) } } } } },
  }
  const parts: ContactOfFacility[] = [
    actsAs(viewer, 'PLATFORM_SECRETARIAT') ? inNetwork : { ...inNetwork, audience: 'NETWORK' },
  ]
  if (acting.corporationId)
    parts.push({ facility: { is: { corporationId: acting.corporationId } }, audience: 'NETWORK' })
  const nearest = nearestFacilities(viewer)
  if (nearest) parts.push({ facility: { is: nearest } })
  const entrusted = entrustedBy(viewer, 'SEE_ALL_CONTACTS')
  if (entrusted.length > 0) parts.push({ facility: { is: { corporationId: { in: entrusted } } } })
  return { OR: parts }
}

/** Contacts of facilities. */
export const contactsVisibleTo = (viewer: Viewer): Prisma.FacilityContactWhereInput =>
  facilityContacts(viewer)

/** The same for a corporation's own contacts; its facilities' people belong to it. */
function corporationContactsVisibleTo(viewer: Viewer): Prisma.CorporationContactWhereInput {
  const { acting } = viewer
  if (!acting) return NOTHING
  const shared: Prisma.CorporationContactWhereInput = {
    corporation: { is: { memberships: { some: commonNetwork(viewer) } } },
    ...(actsAs(viewer, 'PLATFORM_SECRETARIAT') ? {} : { audience: 'NETWORK' as const }),
  }
  if (!acting.corporationId) return shared
  const entrusted = entrustedBy(viewer, 'SEE_ALL_CONTACTS')
  return { OR: [{ corporationId: { in: [acting.corporationId, ...entrusted] } }, shared] }
}

/** Up to which amount a corporation buys how: for its own people and the secretariats of its networks. */
function procurementLimitsVisibleTo(viewer: Viewer): Prisma.ProcurementLimitWhereInput {
  const { acting } = viewer
  if (acting?.corporationId) return { corporationId: acting.corporationId }
  return actsAs(viewer, 'PLATFORM_SECRETARIAT')
    ? { corporation: { is: { memberships: { some: commonNetwork(viewer) } } } }
    : NOTHING
}

const NOT_PUBLIC: Prisma.EnumRegistryRecordFilter['in'] = [
  'FACILITY_CONTACT',
  'CORPORATION_CONTACT',
  'PROCUREMENT_LIMIT',
]

/** The history is seen as far as what it tells of: each kind of record by its own rule. */
export const revisionsVisibleTo = (viewer: Viewer): Prisma.RegistryRevisionWhereInput =>
  viewer.acting
    ? {
        OR: [
          { record: { notIn: [...NOT_PUBLIC] } },
          { record: 'FACILITY_CONTACT', ...facilityContacts(viewer) },
          {
            record: 'CORPORATION_CONTACT',
            ...(corporationContactsVisibleTo(viewer) as Prisma.RegistryRevisionWhereInput),
          },
          {
            record: 'PROCUREMENT_LIMIT',
            ...(procurementLimitsVisibleTo(viewer) as Prisma.RegistryRevisionWhereInput),
          },
        ],
      }
    : { record: { notIn: [...NOT_PUBLIC] } }

/** Whether the viewer may know for which body an act was done (`KIND:id`): networks are known to their own people only. */
export function mayKnowBody({ platformIds, ...viewer }: Viewer, actingKey: string | null): boolean {
  const platformId = /^PLATFORM:(.+)$/.exec(actingKey ?? '')?.[1]
  return (
    platformId === undefined ||
    platformIds.includes(platformId) ||
    actsAs({ platformIds, ...viewer }, 'SYSTEM_OPERATOR')
  )
}

/** Who may correct master data. */
export const editServiceKind = (viewer: Viewer): Verdict =>
  actsAs(viewer, 'SYSTEM_OPERATOR') ? allow : deny('ONLY_THE_OPERATOR')

/** Kept searches are seen by the person who keeps them, and by nobody else. */
export const searchesVisibleTo = (viewer: Viewer): Prisma.SavedSearchWhereInput =>
  viewer.userId ? { userId: viewer.userId } : { id: { in: [] } }

/** Who may keep, change and give up a search: the person whose it is. */
export const keepSearch = (viewer: Viewer, { userId }: { readonly userId: string }): Verdict =>
  viewer.userId === userId ? allow : deny('NOT_YOURS')

/** Only the portal looks through kept searches by itself. */
export const noteMatches = (viewer: Viewer): Verdict => (isSystem(viewer) ? allow : deny('SYSTEM_ONLY'))

/** Memberships by which the viewer's network, of which they are the secretariat, looks after a corporation today. */
export const lookedAfterBy = (viewer: Viewer): Prisma.PlatformMembershipWhereInput => ({
  platformId: {
    in: actsAs(viewer, 'PLATFORM_SECRETARIAT') && viewer.acting?.platformId ? [viewer.acting.platformId] : [],
  },
  startsOn: { lte: viewer.today },
  OR: [{ endsOn: null }, { endsOn: { gte: viewer.today } }],
})

/**
 * Who may correct a facility's facts: its own people and its corporation's administrator, the secretariat of a network
 * the corporation belongs to (which is no confirmation), the operator, and whom the corporation has entrusted with it.
 */
export function editFacility(viewer: Viewer, facility: FacilityRef, inOwnNetwork: boolean): Verdict {
  const own = editAsOwn(viewer, facility, inOwnNetwork)
  return own.allowed || !mandateFor(viewer, facility.corporationId, 'EDIT_FACTS') ? own : allow
}

function editAsOwn(viewer: Viewer, facility: FacilityRef, inOwnNetwork: boolean): Verdict {
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return allow
  if (actsAs(viewer, 'PLATFORM_SECRETARIAT')) return inOwnNetwork ? allow : deny('NOT_A_MEMBER')
  const verdict = confirmAsOwn(viewer, facility)
  return verdict.allowed || verdict.reason !== 'ONLY_THE_FACILITY_CONFIRMS'
    ? verdict
    : deny('ONLY_ITS_PEOPLE_EDIT')
}

/** Contacts are replaced as a whole, so only those who see all of them may: not the operator, who sees none. */
export function editFacilityContacts(viewer: Viewer, facility: FacilityRef, inOwnNetwork: boolean): Verdict {
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return deny('CONTACTS_NOT_FOR_THE_OPERATOR')
  const own = editAsOwn(viewer, facility, inOwnNetwork)
  if (own.allowed || !mandateFor(viewer, facility.corporationId, 'EDIT_FACTS')) return own
  return seesAllContactsOf(viewer, facility.corporationId) ? allow : deny('CONTACTS_NOT_ENTRUSTED')
}

/** On whose behalf a facility is edited, or confirmed by the edit; null when the own rights are enough for both. */
export const editedOnBehalfOf = (
  viewer: Viewer,
  facility: FacilityRef & { readonly inOwnNetwork: boolean },
): Behalf | null => {
  const confirms = confirm(viewer, facility).allowed
  return behalfOf(viewer, facility.corporationId, (own) =>
    all(editAsOwn(own, facility, facility.inOwnNetwork), ...(confirms ? [confirmAsOwn(own, facility)] : [])),
  )
}

/** Who may close a facility or open it again: those above it, never the facility alone, and never on behalf. */
export function closeFacility(viewer: Viewer, facility: FacilityRef, inOwnNetwork: boolean): Verdict {
  const verdict = editAsOwn(viewer, facility, inOwnNetwork)
  return verdict.allowed && actsAs(viewer, 'FACILITY_DIRECTOR', 'FACILITY_STAFF')
    ? deny('ONLY_THE_CORPORATION_CLOSES')
    : verdict
}

/**
 * Who may write down that another corporation runs a facility: a secretariat of a network of the present one, and the
 * operator. It moves a facility out of a corporation, so never one of the two alone, and never on behalf.
 */
export function transferFacility(viewer: Viewer, inOwnNetwork: boolean): Verdict {
  if (!viewer.userId) return deny('SIGN_IN_FIRST')
  if (!viewer.acting) return deny('CHOOSE_ACTING')
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return allow
  if (!actsAs(viewer, 'PLATFORM_SECRETARIAT')) return deny('ONLY_THE_SECRETARIAT_RECORDS')
  return inOwnNetwork ? allow : deny('NOT_A_MEMBER')
}

/** Who may register a facility of a corporation: its administrator, its networks' secretariats, the operator. */
export function registerFacility(
  viewer: Viewer,
  corporation: { readonly id: string },
  inOwnNetwork: boolean,
): Verdict {
  const { acting } = viewer
  if (!viewer.userId) return deny('SIGN_IN_FIRST')
  if (!acting) return deny('CHOOSE_ACTING')
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return allow
  if (actsAs(viewer, 'PLATFORM_SECRETARIAT')) return inOwnNetwork ? allow : deny('NOT_A_MEMBER')
  if (!actsAs(viewer, 'CORPORATION_ADMIN')) return deny('ONLY_THE_CORPORATION_REGISTERS')
  return acting.corporationId === corporation.id ? allow : deny('NOT_YOUR_CORPORATION')
}

/** Who may say that an area of a municipality is right: the operator, who checks it against its source. */
export const confirmCommunityArea = (viewer: Viewer): Verdict =>
  actsAs(viewer, 'SYSTEM_OPERATOR') ? allow : deny('ONLY_THE_OPERATOR')
