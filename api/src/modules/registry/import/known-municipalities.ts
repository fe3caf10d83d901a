import type { Db } from '../../../kernel/db.ts'
import type { Municipalities } from './read/plan.ts'

/** The municipalities of the registry, as readers tell places by. */
export async function knownMunicipalities(db: Pick<Db, 'municipality'>): Promise<Municipalities> {
  const rows = await db.municipality.findMany({ orderBy: { code: 'asc' } })
  return new Map(
    rows.map(({ code, name, prefecture, district, south, west, north, east }) => {
      const bounds =
        south !== null && west !== null && north !== null && east !== null
          ? { south, west, north, east }
          : null
      return [code, { code, name, prefecture, district, bounds }]
    }),
  )
}
