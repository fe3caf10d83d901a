import { z } from 'zod'
import type { Tx } from '../../../kernel/db.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { distance } from '../rules/place.ts'
import { boundsAround } from '../rules/nearby.ts'
import { facilityFilter } from './filter.ts'
import { facilitiesWhere } from './where.ts'

/** The name of a kept search, as its owner chose it. */
export const searchName = () =>
  z.string().trim().min(1).max(60).describe('A name by which its owner knows it. At most 60 characters.')

export const nameTaken = () =>
  new RuleProblem('SAVED_SEARCH_NAME_TAKEN', 'Another kept search of the same person has this name.')

/** More than anybody is told of one by one; counting ends here. */
const MOST_COUNTED = 1_000

/** How many facilities that came into the registry in a span of time match a kept search. */
export async function countNewMatches(
  tx: Tx,
  kept: unknown,
  span: { from: Date; to: Date },
): Promise<number> {
  // A search that was kept before a condition was withdrawn matches nothing until it is kept anew.
  const parsed = facilityFilter.safeParse(kept)
  if (!parsed.success) return 0
  const filter = parsed.data
  const near = filter.conditions?.near
  const bounds = near && boundsAround(near)
  const found = await tx.facility.findMany({
    where: {
      AND: [
        // A database's own distance is for the read path; the few new ones are measured here.
        facilitiesWhere(filter, span.to, ['near']),
        { createdAt: { gt: span.from, lte: span.to } },
        bounds
          ? {
              latitude: { gte: bounds.south, lte: bounds.north },
              longitude: { gte: bounds.west, lte: bounds.east },
            }
          : {},
      ],
    },
    select: { latitude: true, longitude: true },
    take: MOST_COUNTED,
  })
  if (!near) return found.length
  return found.filter(
    ({ latitude, longitude }) =>
      latitude !== null && longitude !== null && distance(near, { latitude, longitude }) <= near.km * 1_000,
  ).length
}
