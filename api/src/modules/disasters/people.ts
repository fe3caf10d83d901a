import type { Prisma } from '../../generated/prisma/client.ts'
import type { Tx } from '../../kernel/db.ts'

/** Roles held on a day. */
const heldOn = (day: Date): Prisma.RoleAssignmentWhereInput => ({
  startsOn: { lte: day },
  OR: [{ endsOn: null }, { endsOn: { gte: day } }],
})

const ids = (roles: readonly { readonly userId: string }[]) => [...new Set(roles.map(({ userId }) => userId))]

/** Directors and staff of facilities, and the administrators of their corporations. */
export async function peopleOf(tx: Tx, facilityIds: readonly string[], day: Date): Promise<string[]> {
  const facilities = await tx.facility.findMany({
    where: { id: { in: [...facilityIds] } },
    select: { corporationId: true },
  })
  const corporationIds = [...new Set(facilities.flatMap(({ corporationId }) => corporationId ?? []))]
  return ids(
    await tx.roleAssignment.findMany({
      where: {
        AND: [
          heldOn(day),
          {
            OR: [
              { role: { in: ['FACILITY_DIRECTOR', 'FACILITY_STAFF'] }, facilityId: { in: [...facilityIds] } },
              { role: 'CORPORATION_ADMIN', corporationId: { in: corporationIds } },
            ],
          },
        ],
      },
      select: { userId: true },
    }),
  )
}

/** Secretariat and chair of a network, and the liaison of its municipality. */
export async function conductorsOf(tx: Tx, platformId: string, day: Date): Promise<string[]> {
  const platform = await tx.platform.findUniqueOrThrow({
    where: { id: platformId },
    select: { municipalityCode: true },
  })
  return ids(
    await tx.roleAssignment.findMany({
      where: {
        AND: [
          heldOn(day),
          {
            OR: [
              { role: { in: ['PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR'] }, platformId },
              ...(platform.municipalityCode
                ? [{ role: 'MUNICIPAL_LIAISON' as const, municipalityCode: platform.municipalityCode }]
                : []),
            ],
          },
        ],
      },
      select: { userId: true },
    }),
  )
}
