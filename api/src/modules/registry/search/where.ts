import type { Prisma } from '../../../generated/prisma/client.ts'
import { atMost, byComputed } from '../../../kernel/read/computed.ts'
import { badInput } from '../../../kernel/read/bad-input.ts'
import {
  facilityConditions,
  type FacilityConditions,
  type FacilityFilter,
  type ShelterFilter,
} from './filter.ts'
import { staleBefore, type Freshness } from '../rules/freshness.ts'
import { boundsAround, type Nearby } from '../rules/nearby.ts'
import { metresFrom, rankOf } from './rank.ts'
import { readServiceKey } from '../rules/service-kinds.ts'
import { searchWords } from '../rules/text.ts'

// Searches as Prisma's `where` and `orderBy`. The lists are read by them; counts, maps and exports compile the same.

type Where = Prisma.FacilityWhereInput

const NOTHING = { id: { in: [] } }

/** Every word must occur in what a record can be found by. */
export const textMatches = (text: string | null | undefined): { searchText: { contains: string } }[] =>
  searchWords(text ?? '').map((word) => ({ searchText: { contains: word } }))

/** One of several alternatives; of none, nothing. */
const oneOf = <W extends object>(alternatives: readonly W[]): { OR: W[] } | typeof NOTHING =>
  alternatives.length > 0 ? { OR: [...alternatives] } : NOTHING

/** What a filter on facilities says in each of its dimensions; the counts leave out one at a time. */
export function facilityDimensions(filter: FacilityFilter, now: Date) {
  const { text, municipalityCodes, serviceKinds, freshness, welfareShelter, sample } = filter
  return {
    text: textMatches(text),
    municipality: municipalityCodes ? [{ municipalityCode: { in: [...municipalityCodes] } }] : [],
    service: serviceKinds ? [offersOneOf(serviceKinds)] : [],
    freshness: freshness ? [oneOf(freshness.map((state) => confirmedAtIs(state, now)))] : [],
    welfare:
      welfareShelter == null ? [] : [{ shelters: { [welfareShelter ? 'some' : 'none']: { welfare: true } } }],
    sample: sample == null ? [] : [{ sample }],
    ...conditionDimensions(filter.conditions ?? {}),
  } satisfies Record<string, Where[]>
}

export type FacilityDimension = keyof ReturnType<typeof facilityDimensions>

/** A filter on facilities as a whole, or without some of its dimensions. */
export function facilitiesWhere(
  filter: FacilityFilter,
  now: Date,
  without: readonly FacilityDimension[] = [],
): Where {
  const dimensions = Object.entries(facilityDimensions(filter, now)) as [FacilityDimension, Where[]][]
  return { AND: dimensions.flatMap(([name, conditions]) => (without.includes(name) ? [] : conditions)) }
}

/** The order of a list that ranks nothing. */
export const BY_READING: Prisma.FacilityOrderByWithRelationInput[] = [{ kana: 'asc' }, { id: 'asc' }]

/** The nearest first where a point is given, else the best match, else by reading. */
export const facilitiesOrder = ({ text, conditions }: FacilityFilter) => {
  const key = conditions?.near ? metresFrom(conditions.near) : rankOf(text)
  return key ? [byComputed<'Facility'>('rank', key), ...BY_READING] : BY_READING
}

/** The same for records that are listed by name. */
export const namesOrder = <M extends 'Corporation' | 'Shelter'>(text: string | null | undefined) => {
  const key = rankOf(text)
  const byName = [{ name: 'asc' as const }, { id: 'asc' as const }]
  return key ? [byComputed<M>('rank', key), ...byName] : byName
}

/** Checks what GraphQL's types cannot say of further conditions. */
export function readConditions(given: unknown): FacilityConditions | null {
  if (given == null) return null
  const parsed = facilityConditions.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw badInput(`conditions.${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not readable'}.`)
}

/** A filter on shelters. */
export const sheltersWhere = ({
  text,
  municipalityCodes,
  kind,
  welfare,
  matched,
}: ShelterFilter): Prisma.ShelterWhereInput => ({
  AND: textMatches(text),
  status: 'ACTIVE',
  ...(municipalityCodes ? { municipalityCode: { in: [...municipalityCodes] } } : {}),
  ...(kind ? { kind } : {}),
  ...(welfare == null ? {} : { welfare }),
  ...(matched == null ? {} : { facilityId: matched ? { not: null } : null }),
})

function conditionDimensions({
  corporationKinds,
  shelterRoles,
  equipment,
  lendableRooms,
  lendableVehicles,
  qualifications,
  areas,
  capacityFrom,
  capacityTo,
  capacityOrUnknown,
  statuses,
  near,
}: FacilityConditions) {
  const range = {
    ...(capacityFrom == null ? {} : { gte: capacityFrom }),
    ...(capacityTo == null ? {} : { lte: capacityTo }),
  }
  const isInRange = { capacity: range }
  return {
    corporationKind: corporationKinds
      ? [{ corporation: { is: { kind: { in: [...corporationKinds] } } } }]
      : [],
    shelterRole: shelterRoles ? [oneOf(shelterRoles.map((role) => SHELTER_ROLES[role]))] : [],
    equipment: (equipment ?? []).map(({ item, possession }) => ({
      OR: [
        { equipment: { some: { item, state: { in: ANSWERS[possession] } } } },
        ...(possession === 'YES_OR_UNKNOWN' ? [{ equipment: { none: { item } } }] : []),
      ],
    })),
    rooms: lendableRooms ? [lends('ROOM', lendableRooms)] : [],
    vehicles: lendableVehicles ? [lends('VEHICLE', lendableVehicles)] : [],
    qualification: (qualifications ?? []).map((qualification) => ({
      qualifications: { some: { qualification, count: { gte: 1 } } },
    })),
    area: areas
      ? [
          {
            OR: [
              { level1AreaId: { in: [...areas] } },
              { level2AreaId: { in: [...areas] } },
              { schoolDistrictId: { in: [...areas] } },
            ],
          },
        ]
      : [],
    capacity:
      Object.keys(range).length === 0
        ? []
        : [capacityOrUnknown ? { OR: [isInRange, { capacity: null }] } : isInRange],
    // Of one state, so that the list can be read along its index.
    status: [statuses?.length ? { status: { in: [...statuses] } } : { status: 'ACTIVE' as const }],
    near: near ? [isNear(near)] : [],
  } satisfies Record<string, Where[]>
}

const ANSWERS = { YES: ['YES'], YES_OR_UNKNOWN: ['YES', 'UNKNOWN'] } satisfies Record<
  string,
  ('YES' | 'UNKNOWN')[]
>

const SHELTER_ROLES = {
  WELFARE: { shelters: { some: { welfare: true } } },
  DESIGNATED: { shelters: { some: { kind: 'DESIGNATED_SHELTER' } } },
  EMERGENCY: { shelters: { some: { kind: 'EMERGENCY_SITE' } } },
  NONE: { shelters: { none: {} } },
} satisfies Record<string, Where>

const lends = (kind: 'ROOM' | 'VEHICLE', possession: keyof typeof ANSWERS): Where => ({
  OR: [
    { resources: { some: { kind, lendable: { in: ANSWERS[possession] } } } },
    ...(possession === 'YES_OR_UNKNOWN' ? [{ resources: { none: { kind } } }] : []),
  ],
})

/** First the rectangle, which an index finds, then the circle inside it. */
function isNear(near: Nearby): Where {
  const { south, north, west, east } = boundsAround(near)
  return {
    AND: [
      { latitude: { gte: south, lte: north }, longitude: { gte: west, lte: east } },
      atMost<'Facility'>(metresFrom(near), near.km * 1_000),
    ],
  }
}

function offersOneOf(keys: readonly string[]): Where {
  const kinds = keys.flatMap((key) => readServiceKey(key) ?? [])
  return kinds.length > 0 ? { offices: { some: { serviceKind: { OR: kinds } } } } : NOTHING
}

function confirmedAtIs(state: Freshness, now: Date): Where {
  switch (state) {
    case 'CONFIRMED':
      return { confirmedAt: { gte: staleBefore(now) } }
    case 'STALE':
      return { confirmedAt: { lt: staleBefore(now) } }
    case 'UNCONFIRMED':
      return { confirmedAt: null }
  }
}
