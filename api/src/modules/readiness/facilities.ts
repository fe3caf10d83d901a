import type { Prisma } from '../../generated/prisma/client.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Audience } from '../../kernel/events.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { checkedFacilities, type CheckedFacility } from './policy/checklist.ts'
import { registerOf, type RegisteredFacility } from './policy/register.ts'

// What the commands know of the facility they are about.

const SELECT = (today: Date) =>
  ({
    id: true,
    corporationId: true,
    municipalityCode: true,
    corporation: {
      select: {
        memberships: {
          where: { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
          select: { platformId: true },
        },
      },
    },
    mentored: {
      where: { endedOn: null },
      select: { mentorFacility: { select: { id: true, corporationId: true } } },
    },
  }) satisfies Prisma.FacilitySelect

/** A facility, as far as the viewer may read its entry in the register. */
export async function loadRegistered(
  tx: Tx,
  id: string,
  viewer: Viewer,
): Promise<(RegisteredFacility & { facilityId: string }) | null> {
  const found = await tx.facility.findFirst({
    where: { AND: [{ id }, registerOf(viewer)] },
    select: SELECT(viewer.today),
  })
  return found && placed(found)
}

/** A facility, as far as the viewer may read its readiness. */
export async function loadChecked(
  tx: Tx,
  id: string,
  viewer: Viewer,
): Promise<(CheckedFacility & { facilityId: string }) | null> {
  const found = await tx.facility.findFirst({
    where: { AND: [{ id }, checkedFacilities(viewer)] },
    select: SELECT(viewer.today),
  })
  return (
    found && {
      ...placed(found),
      mentors: found.mentored.map(({ mentorFacility }) => ({
        facilityId: mentorFacility.id,
        corporationId: mentorFacility.corporationId,
      })),
    }
  )
}

const placed = (found: {
  id: string
  corporationId: string | null
  municipalityCode: string
  corporation: { memberships: { platformId: string }[] } | null
}) => ({
  id: found.id,
  facilityId: found.id,
  corporationId: found.corporationId,
  municipalityCode: found.municipalityCode,
  platformIds: (found.corporation?.memberships ?? []).map(({ platformId }) => platformId),
})

/** Who hears of what is said about a facility: its people, its networks and its municipality. */
export const hearersOf = (facility: RegisteredFacility): Audience[] => [
  `facility:${facility.id}`,
  ...(facility.corporationId ? [`corporation:${facility.corporationId}` as const] : []),
  ...facility.platformIds.map((id) => `platform:${id}` as const),
  `municipality:${facility.municipalityCode}`,
]

/** Who hears of a facility's readiness: its people and who guides it; officers read it when they look. */
export const helpersOf = (facility: CheckedFacility): Audience[] => [
  `facility:${facility.id}`,
  ...(facility.corporationId ? [`corporation:${facility.corporationId}` as const] : []),
  ...facility.mentors.flatMap(({ facilityId, corporationId }) => [
    `facility:${facilityId}` as const,
    ...(corporationId ? [`corporation:${corporationId}` as const] : []),
  ]),
]

/** Whether a document that is named is one that the members of a network of the viewer's can open; none named is fine. */
export async function isOnShelf(tx: Tx, documentId: string | undefined, viewer: Viewer): Promise<boolean> {
  if (documentId === undefined) return true
  const where = { id: documentId, deletedAt: null, audience: 'MEMBERS' as const }
  return (await tx.document.count({ where: { ...where, platformId: { in: [...viewer.platformIds] } } })) > 0
}
