import { guest, type RoleName, type Seat, type Viewer } from '../../api/src/kernel/viewer.ts'

type Body = Partial<
  Pick<Seat, 'corporationId' | 'facilityId' | 'platformId' | 'municipalityCode' | 'name'>
> & {
  readonly platformIds?: readonly string[]
}

const kindOf = (role: RoleName): Seat['kind'] => {
  if (role.startsWith('FACILITY')) return 'FACILITY'
  if (role.startsWith('CORPORATION')) return 'CORPORATION'
  if (role.startsWith('PLATFORM')) return 'PLATFORM'
  return role === 'MUNICIPAL_LIAISON' ? 'MUNICIPALITY' : 'SYSTEM'
}

/** A person who acts for one body in one role, with a second factor passed. Nothing is read from a database. */
export function viewerActingAs(
  userId: string,
  role: RoleName,
  { platformIds = [], ...body }: Body = {},
  today = new Date('2026-11-23'),
): Viewer {
  const kind = kindOf(role)
  const { corporationId = null, facilityId = null, platformId = null, municipalityCode = null } = body
  const id =
    {
      FACILITY: facilityId,
      CORPORATION: corporationId,
      PLATFORM: platformId,
      MUNICIPALITY: municipalityCode,
      SYSTEM: 'system',
    }[kind] ?? ''
  const acting: Seat = {
    key: `${kind}:${id}`,
    kind,
    id,
    name: body.name ?? '見本',
    corporationId,
    facilityId,
    platformId,
    municipalityCode,
    roles: [role],
  }
  return {
    ...guest,
    userId,
    sessionId: userId,
    secondFactor: true,
    seats: [acting],
    acting,
    platformIds,
    today,
  }
}
