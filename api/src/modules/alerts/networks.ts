import type { Tx } from '../../kernel/db.ts'

interface Row {
  platform_id: string
  codes: string[]
}

/** The municipalities each network cares about: where it stands, the areas it names, and where its members have facilities. */
export async function municipalitiesOfNetworks(tx: Tx, today: Date): Promise<Map<string, ReadonlySet<string>>> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT own.platform_id::text, array_agg(DISTINCT own.code) AS codes FROM (
      SELECT id AS platform_id, municipality_code AS code FROM platform WHERE municipality_code IS NOT NULL
      UNION SELECT platform_id, municipality_code FROM platform_area
      UNION SELECT m.platform_id, f.municipality_code FROM platform_membership AS m
        JOIN facility AS f ON f.corporation_id = m.corporation_id AND f.status = 'ACTIVE'
        WHERE m.starts_on <= ${today}::date AND (m.ends_on IS NULL OR m.ends_on >= ${today}::date)
    ) AS own GROUP BY own.platform_id ORDER BY own.platform_id`
  return new Map(rows.map(({ platform_id, codes }) => [platform_id, new Set(codes)]))
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
