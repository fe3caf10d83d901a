import type { Prisma } from '../../generated/prisma/client.ts'
import { allow, deny, type Verdict } from '../../kernel/verdict.ts'
import { actsAs, isSystem, type RoleName, type Viewer } from '../../kernel/viewer.ts'
import { kindOfBody, type Body } from './rules/bodies.ts'

const officers: readonly RoleName[] = [
  'PLATFORM_SECRETARIAT',
  'PLATFORM_CHAIR',
  'PLATFORM_AUDITOR',
  'PLATFORM_OFFICER',
]
const corporationPeople: readonly RoleName[] = ['CORPORATION_ADMIN', 'CORPORATION_REPORTER']
const facilityPeople: readonly RoleName[] = ['FACILITY_DIRECTOR', 'FACILITY_STAFF']

/**
 * Who may give and take which role on which body. Each level looks after its own people and opens the next one:
 * operators everybody; a secretariat the officers of its network and the administrators of its members; an
 * administrator the people of the corporation and of its facilities; a director the staff.
 */
export function grant(viewer: Viewer, { role, body }: { role: RoleName; body: Body }): Verdict {
  const { acting } = viewer
  if (!acting) return deny('CHOOSE_ACTING')
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return allow

  if (actsAs(viewer, 'PLATFORM_SECRETARIAT')) {
    if (officers.includes(role)) return body.platformId === acting.platformId ? allow : deny('NOT_YOUR_BODY')
    if (role !== 'CORPORATION_ADMIN') return deny('ROLE_NOT_YOURS_TO_GRANT')
    const isMember = acting.platformId !== null && body.platformIds.includes(acting.platformId)
    return body.kind === 'CORPORATION' && isMember ? allow : deny('NOT_A_MEMBER')
  }
  if (actsAs(viewer, 'CORPORATION_ADMIN')) {
    if (![...corporationPeople, ...facilityPeople].includes(role)) return deny('ROLE_NOT_YOURS_TO_GRANT')
    return body.corporationId === acting.corporationId ? allow : deny('NOT_YOUR_BODY')
  }
  if (actsAs(viewer, 'FACILITY_DIRECTOR')) {
    if (role !== 'FACILITY_STAFF') return deny('ROLE_NOT_YOURS_TO_GRANT')
    return body.facilityId === acting.facilityId ? allow : deny('NOT_YOUR_BODY')
  }
  return deny('ADMINISTRATORS_ONLY')
}

const allRoles: readonly RoleName[] = [
  ...officers,
  ...corporationPeople,
  ...facilityPeople,
  'MUNICIPAL_LIAISON',
  'SYSTEM_OPERATOR',
]

/** The roles that the viewer may give on some body: what a form offers. The command asks `grant` about the very body. */
export function grantableRoles(viewer: Viewer): RoleName[] {
  const { acting } = viewer
  if (!acting) return []
  const { corporationId, facilityId, platformId, municipalityCode } = acting
  const platformIds = platformId ? [platformId] : []
  return allRoles.filter((role) => {
    const kind = kindOfBody[role]
    const body = {
      kind,
      id: '',
      name: '',
      corporationId,
      facilityId,
      platformId,
      municipalityCode,
      platformIds,
    }
    return grant(viewer, { role, body }).allowed
  })
}

/** Whether the viewer looks after people at all. */
export const lookAfterPeople = (viewer: Viewer): Verdict =>
  actsAs(viewer, 'SYSTEM_OPERATOR', 'PLATFORM_SECRETARIAT', 'CORPORATION_ADMIN', 'FACILITY_DIRECTOR')
    ? allow
    : deny('ADMINISTRATORS_ONLY')

/** Sessions, passkeys, tokens and the name belong to the person. */
export const keepOwn = (viewer: Viewer, { userId }: { readonly userId: string }): Verdict =>
  viewer.userId === userId ? allow : deny('NOT_YOURS')

/** A token is made by a person in the portal, never by another token. */
export const createToken = (viewer: Viewer): Verdict =>
  viewer.tokenId === null && viewer.acting !== null ? allow : deny('CHOOSE_ACTING')

const nobody = { id: { in: [] } }
const everybody = {}

/** Roles, and with the same columns invitations, on bodies that the acting one looks after; not the operator’s. */
export function onBodiesOf({ acting, today }: Viewer): Prisma.RoleAssignmentWhereInput[] {
  if (!acting) return []
  const { roles, platformId, corporationId, facilityId } = acting
  const found: Prisma.RoleAssignmentWhereInput[] = []
  if (roles.includes('PLATFORM_SECRETARIAT') && platformId) {
    const isMember = {
      platformId,
      startsOn: { lte: today },
      OR: [{ endsOn: null }, { endsOn: { gte: today } }],
    }
    found.push(
      { platformId },
      { role: 'CORPORATION_ADMIN', corporation: { is: { memberships: { some: isMember } } } },
    )
  }
  if (roles.includes('CORPORATION_ADMIN') && corporationId) {
    found.push({ corporationId }, { facility: { is: { corporationId } } })
  }
  if (roles.includes('FACILITY_DIRECTOR') && facilityId) found.push({ facilityId })
  return found
}

/** Roles: one's own, and those on bodies one looks after. */
export function roleVisibleTo(viewer: Viewer): Prisma.RoleAssignmentWhereInput {
  if (!viewer.userId) return nobody
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return everybody
  return { OR: [{ userId: viewer.userId }, ...onBodiesOf(viewer)] }
}

/**
 * People: oneself, whoever holds or held a role that one may see, and for a secretariat whoever votes for an office of its
 * network, until the term is over.
 */
export function userVisibleTo(viewer: Viewer): Prisma.UserWhereInput {
  if (!viewer.userId) return nobody
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return everybody
  const roles = onBodiesOf(viewer)
  const { acting, today } = viewer
  const offices =
    actsAs(viewer, 'PLATFORM_SECRETARIAT') && acting?.platformId
      ? [
          {
            offices: {
              some: { platformId: acting.platformId, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
            },
          },
        ]
      : []
  return {
    OR: [
      { id: viewer.userId },
      ...(roles.length > 0 ? [{ roles: { some: { OR: roles } } }] : []),
      ...offices,
    ],
  }
}

/** Invitations: those to bodies one looks after. */
export function invitationVisibleTo(viewer: Viewer): Prisma.InvitationWhereInput {
  if (!viewer.userId) return nobody
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return everybody
  const bodies = onBodiesOf(viewer) as Prisma.InvitationWhereInput[]
  return { OR: [{ invitedByUserId: viewer.userId }, ...bodies] }
}

/** Hand-overs: of oneself, to oneself, planned by oneself, and those of roles that one may see. */
export function handoverVisibleTo(viewer: Viewer): Prisma.RoleHandoverWhereInput {
  const { userId } = viewer
  if (!userId) return nobody
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return everybody
  const roles = onBodiesOf(viewer)
  const ofVisibleRoles = { items: { some: { roleAssignment: { is: { OR: roles } } } } }
  return {
    OR: [
      { fromUserId: userId },
      { toUserId: userId },
      { plannedByUserId: userId },
      ...(roles.length > 0 ? [ofVisibleRoles] : []),
    ],
  }
}

/** Items of hand-overs that one may see. */
export const handoverItemVisibleTo = (viewer: Viewer): Prisma.HandoverItemWhereInput => ({
  handover: { is: handoverVisibleTo(viewer) },
})

/** Sessions, passkeys and tokens: one's own. */
export const ownOnly = (viewer: Viewer) => (viewer.userId ? { userId: viewer.userId } : nobody)

/** Only from the command line of the installation, before there is anybody to ask. */
export const appointFirstOperator = (viewer: Viewer): Verdict =>
  isSystem(viewer) ? allow : deny('ONLY_THE_OPERATOR')
