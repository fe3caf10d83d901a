import type { Viewer } from '../../../kernel/viewer.ts'

/**
 * Whether the viewer shares a network with a facility today, or its corporation: the same as `sharedFacilities`, in SQL
 * on the alias `f` of facility. The parameters are the viewer's networks, day and corporation.
 */
export const sharedSql = (networks: string, day: string, corporation: string): string => `(
  f.corporation_id = ${corporation}::uuid
  OR EXISTS (
    SELECT FROM platform_membership AS m
    WHERE m.corporation_id = f.corporation_id AND m.platform_id = ANY (${networks}::uuid[])
      AND m.starts_on <= ${day}::date AND (m.ends_on IS NULL OR m.ends_on >= ${day}::date)
  )
)`

export const sharedValues = (viewer: Viewer): [string[], Date, string | null] => [
  [...viewer.platformIds],
  viewer.today,
  viewer.acting?.corporationId ?? null,
]
