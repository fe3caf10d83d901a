import type { Tx } from '../../kernel/db.ts'

/** The municipalities each network cares about: where it stands, the areas it names, and where its members have facilities. */
export async function municipalitiesOfNetworks(
  tx: Tx,
  today: Date,
): Promise<Map<string, ReadonlySet<string>>> {
  const networks = await tx.platform.findMany({
    orderBy: { id: 'asc' },
    select: {
      id: true,
      municipalityCode: true,
      areas: { select: { municipalityCode: true } },
      memberships: {
        where: { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
        select: {
          corporation: {
            select: {
              facilities: {
                where: { status: 'ACTIVE' },
                distinct: ['municipalityCode'],
                select: { municipalityCode: true },
              },
            },
          },
        },
      },
    },
  })
  return new Map(
    networks.map(({ id, municipalityCode, areas, memberships }) => [
      id,
      new Set(
        [
          { municipalityCode },
          ...areas,
          ...memberships.flatMap(({ corporation }) => corporation.facilities),
        ].flatMap((place) => place.municipalityCode ?? []),
      ),
    ]),
  )
}

/** Who is asked: the network's secretariat and the people of the municipality it stands in. */
export async function askedPeople(tx: Tx, platformId: string, today: Date): Promise<string[]> {
  const { municipalityCode } = await tx.platform.findUniqueOrThrow({
    where: { id: platformId },
    select: { municipalityCode: true },
  })
  const roles = await tx.roleAssignment.findMany({
    where: {
      startsOn: { lte: today },
      AND: [
        { OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
        {
          OR: [
            { role: 'PLATFORM_SECRETARIAT', platformId },
            ...(municipalityCode ? [{ role: 'MUNICIPAL_LIAISON' as const, municipalityCode }] : []),
          ],
        },
      ],
    },
    select: { userId: true },
    distinct: ['userId'],
  })
  return roles.map(({ userId }) => userId)
}
