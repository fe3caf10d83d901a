import type pg from 'pg'
import * as networks from './generate/networks.ts'
import { randomFrom } from './generate/random.ts'
import * as registry from './generate/registry.ts'

export interface Size {
  corporations: number
  facilities: number
  platforms: number
}

export const sizes = {
  /** As many as the sample network has. */
  demo: { corporations: 20, facilities: 90, platforms: 1 },
  /** More than any prefecture's networks together. */
  large: { corporations: 2_000, facilities: 20_000, platforms: 40 },
} as const satisfies Record<string, Size>

export type World = ReturnType<typeof generateWorld>

/** Makes an invented registry with its networks and people; the same seed makes the same rows. */
export function generateWorld({ corporations: corporationCount, ...size }: Size, seed = 1) {
  const random = randomFrom(seed)
  const serviceKind = registry.serviceKinds(random)
  const offers = registry.offers(serviceKind)
  const corporation = registry.corporations(random, corporationCount)
  const facility = registry.facilities(random, corporation, offers, size.facilities)
  const platform = networks.platforms(random, size.platforms)
  const { users, roles } = networks.people(random, corporation, facility, platform)
  // In the order in which the tables refer to each other.
  return {
    municipality: registry.municipalities(),
    serviceKind,
    user: users,
    corporation,
    facility,
    serviceOffice: registry.offices(random, facility, offers),
    shelter: registry.shelters(random, facility),
    facilityContact: registry.contacts(random, facility),
    facilityEquipment: registry.equipment(random, facility),
    facilityConfirmation: networks.confirmations(random, facility, roles),
    platform,
    platformMembership: networks.memberships(random, platform, corporation),
    roleAssignment: roles,
    session: networks.sessions(random, users),
  }
}

const ROWS_PER_STATEMENT = 5_000

/** Writes a world into an empty, migrated database and lets PostgreSQL take its statistics. */
export async function fill(client: pg.Client, world: World): Promise<void> {
  // These triggers would write a facility's search text three times over, which takes longer than everything else.
  await client.query(searchTextTriggers('disable'))
  for (const [model, rows] of Object.entries(world)) {
    for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
      await insert(client, tableOf(model), rows.slice(start, start + ROWS_PER_STATEMENT))
    }
  }
  await client.query('update facility set search_text = facility_search_text(facility)')
  await client.query(searchTextTriggers('enable'))
  await client.query('vacuum analyze')
}

const searchTextTriggers = (verb: 'disable' | 'enable') =>
  `alter table facility ${verb} trigger facility_keeps_search_text;
   alter table service_office ${verb} trigger inserted_offices_refresh_facilities`

async function insert(client: pg.Client, table: string, rows: object[]): Promise<void> {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const columns = fields.map(snakeCase).join()
  const values = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([field, value]) => [snakeCase(field), value])),
  )
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(values)],
  )
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The table of a model; the two whose names are words of SQL are called otherwise. */
const tableOf = (model: string) => ({ user: 'app_user', session: 'auth_session' })[model] ?? snakeCase(model)
