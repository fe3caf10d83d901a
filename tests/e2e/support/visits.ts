import { drill, drillWithAid, facility, preparing } from './addresses.ts'
import type { Person } from './people.ts'

/** A page that is looked at by every-page.spec.ts. */
export interface Visit {
  /** As the route is declared in web/src/app: routes.tsx and its parts. */
  readonly route: string
  readonly person: Person | null
  /** For routes with a parameter. */
  readonly address?: () => Promise<string>
}

/** Lists as they are printed. */
export const paperVisits: readonly Visit[] = [
  { route: '/shelters/welfare/print', person: 'secretariat' },
  {
    route: '/readiness/$facilityId/print',
    person: 'secretariat',
    address: async () => `/readiness/${await preparing()}/print`,
  },
  {
    route: '/disasters/$eventId/aid/print',
    person: 'director',
    address: async () => `/disasters/${await drillWithAid()}/aid/print`,
  },
  {
    route: '/disasters/$eventId/log/print',
    person: 'secretariat',
    address: async () => `/disasters/${await drillWithAid()}/log/print`,
  },
  {
    route: '/disasters/$eventId/assignment/print',
    person: 'secretariat',
    address: async () => `/disasters/${(await drill()).event}/assignment/print`,
  },
  {
    route: '/facilities/$facilityId/stock/print',
    person: 'director',
    address: async () => `/facilities/${await facility()}/stock/print`,
  },
  {
    route: '/facilities/$facilityId/inspections/print',
    person: 'director',
    address: async () => `/facilities/${await facility()}/inspections/print`,
  },
  {
    route: '/facilities/$facilityId/skills/print',
    person: 'director',
    address: async () => `/facilities/${await facility()}/skills/print`,
  },
]
