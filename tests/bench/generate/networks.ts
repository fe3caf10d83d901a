import type { Prisma } from '../../../api/src/generated/prisma/client.ts'
import { given } from './given.ts'
import { places } from './places.ts'
import type { Random } from './random.ts'
import { daysBefore, stamps, type CorporationRow, type FacilityRow } from './registry.ts'

type Row<Input> = Input & { id: string }
type UserRow = Row<Prisma.UserCreateManyInput>
type RoleRow = Row<Prisma.RoleAssignmentCreateManyInput>
type PlatformRow = Row<Prisma.PlatformCreateManyInput>
type MembershipRow = Row<Prisma.PlatformMembershipCreateManyInput>

/** The members of the first network: as many as the network in 山形市 that the portal is made for. */
const FIRST_NETWORK_MEMBERS = 19

export function platforms(random: Random, count: number): PlatformRow[] {
  return Array.from({ length: count }, (_, index) => {
    const seat = given(places[index % places.length])
    return {
      id: random.uuid(stamps.createdAt),
      name: `見本 ${seat.name}社会福祉法人連絡会`,
      kind: random.pick(['COUNCIL_LED', 'CORPORATION_LED'] as const),
      description: '負荷試験のための連携の場です。',
      municipalityCode: seat.code,
      helpPhone: '000-000-0000',
      sample: true,
      ...stamps,
    }
  })
}

/** Members come from the network's own town where it has enough of them; every network also has a former member. */
export function memberships(
  random: Random,
  all: readonly PlatformRow[],
  corporations: readonly CorporationRow[],
): MembershipRow[] {
  return all.flatMap((platform, index) => {
    const near = corporations.filter(
      (corporation) => corporation.seatMunicipalityCode === platform.municipalityCode,
    )
    const candidates = near.length > FIRST_NETWORK_MEMBERS ? near : corporations
    const size = index === 0 ? FIRST_NETWORK_MEMBERS : random.between(5, Math.min(40, candidates.length - 1))
    return random.sample(candidates, size + 1).map((corporation, position) => ({
      id: random.uuid(stamps.createdAt),
      platformId: platform.id,
      corporationId: corporation.id,
      position: position + 1,
      startsOn: daysBefore(900),
      endsOn: position === size ? daysBefore(200) : null,
      ...stamps,
    }))
  })
}

/** One person for every role: each corporation's administrator, the director of its first facility, the secretaries. */
export function people(
  random: Random,
  corporations: readonly CorporationRow[],
  facilities: readonly FacilityRow[],
  networks: readonly PlatformRow[],
): { users: UserRow[]; roles: RoleRow[] } {
  const directed = new Map(facilities.toReversed().map(({ id, corporationId }) => [corporationId, id]))
  const seats: Pick<RoleRow, 'role' | 'corporationId' | 'facilityId' | 'platformId'>[] = [
    ...corporations.map(({ id }) => ({ role: 'CORPORATION_ADMIN' as const, corporationId: id })),
    ...corporations.map(({ id }) => ({
      role: 'FACILITY_DIRECTOR' as const,
      facilityId: given(directed.get(id)),
    })),
    ...networks.map(({ id }) => ({ role: 'PLATFORM_SECRETARIAT' as const, platformId: id })),
  ]
  const users = seats.map((_, index) => ({
    id: random.uuid(stamps.createdAt),
    name: `見本 利用者${index + 1}`,
    email: `person-${index + 1}@bench.example`,
    emailVerified: true,
    sample: true,
    createdAt: stamps.createdAt,
    updatedAt: stamps.updatedAt,
  }))
  const roles = seats.map((seat, index) => ({
    ...seat,
    id: random.uuid(stamps.createdAt),
    userId: given(users[index]).id,
    startsOn: daysBefore(800),
    ...stamps,
  }))
  return { users, roles }
}

/** Everybody is signed in. */
export function sessions(random: Random, users: readonly UserRow[]): Row<Prisma.SessionCreateManyInput>[] {
  return users.map(({ id }) => ({
    id: random.uuid(stamps.createdAt),
    token: random.uuid(stamps.createdAt).replaceAll('-', ''),
    userId: id,
    expiresAt: new Date('2100-01-01T00:00:00Z'),
    createdAt: stamps.createdAt,
    updatedAt: stamps.updatedAt,
  }))
}

/** The four checks behind every facility's `confirmedAt`, which is the oldest of them. */
export function confirmations(
  random: Random,
  facilities: readonly FacilityRow[],
  roles: readonly RoleRow[],
): Row<Prisma.FacilityConfirmationCreateManyInput>[] {
  const administrators = new Map(roles.map(({ corporationId, userId }) => [corporationId, userId]))
  return facilities.flatMap(({ id, corporationId, confirmedAt }) =>
    confirmedAt instanceof Date
      ? (['BASIC', 'CONTACTS', 'EQUIPMENT', 'SERVICES', 'RESOURCES', 'STAFF'] as const).map(
          (block, hours) => ({
            id: random.uuid(stamps.createdAt),
            facilityId: id,
            block,
            confirmedAt: new Date(confirmedAt.getTime() + hours * 3_600_000),
            confirmedByUserId: given(administrators.get(corporationId)),
            confirmedByRole: 'CORPORATION_ADMIN' as const,
          }),
        )
      : [],
  )
}
