import type { RoleName, SeatKind } from '../../../kernel/viewer.ts'

/** A body that people hold roles on, with what policies must know of it. */
export interface Body {
  readonly kind: SeatKind
  /** Its key: a uuid, the code of a municipality, or `yui` for this installation. */
  readonly id: string
  readonly name: string
  /** The corporation itself, or the one that owns the facility. */
  readonly corporationId: string | null
  readonly facilityId: string | null
  readonly platformId: string | null
  readonly municipalityCode: string | null
  /** Networks that the corporation behind it is a member of today. */
  readonly platformIds: readonly string[]
}

/** This installation, the body of system operators. */
export const SYSTEM_ID = 'yui'

/** The body of system operators. */
export const systemBody: Body = {
  kind: 'SYSTEM',
  id: SYSTEM_ID,
  name: '結（ゆい）の運用',
  corporationId: null,
  facilityId: null,
  platformId: null,
  municipalityCode: null,
  platformIds: [],
}

/** The kind of body that each role stands on. */
export const kindOfBody: Readonly<Record<RoleName, SeatKind>> = {
  PLATFORM_SECRETARIAT: 'PLATFORM',
  PLATFORM_CHAIR: 'PLATFORM',
  PLATFORM_AUDITOR: 'PLATFORM',
  PLATFORM_OFFICER: 'PLATFORM',
  CORPORATION_ADMIN: 'CORPORATION',
  CORPORATION_REPORTER: 'CORPORATION',
  FACILITY_DIRECTOR: 'FACILITY',
  FACILITY_STAFF: 'FACILITY',
  MUNICIPAL_LIAISON: 'MUNICIPALITY',
  SYSTEM_OPERATOR: 'SYSTEM',
}

/** The columns by which a role or an invitation names its body: exactly one is set, none for the installation. */
export interface Place {
  readonly corporationId: string | null
  readonly facilityId: string | null
  readonly platformId: string | null
  readonly municipalityCode: string | null
}

/** The columns that name a body in a role or an invitation. */
export const placeOf = ({ kind, id }: Pick<Body, 'kind' | 'id'>): Place => ({
  corporationId: kind === 'CORPORATION' ? id : null,
  facilityId: kind === 'FACILITY' ? id : null,
  platformId: kind === 'PLATFORM' ? id : null,
  municipalityCode: kind === 'MUNICIPALITY' ? id : null,
})

/** The body that the columns of a role or an invitation name. */
export function bodyNamedBy(place: Place): Pick<Body, 'kind' | 'id'> {
  if (place.facilityId) return { kind: 'FACILITY', id: place.facilityId }
  if (place.corporationId) return { kind: 'CORPORATION', id: place.corporationId }
  if (place.platformId) return { kind: 'PLATFORM', id: place.platformId }
  if (place.municipalityCode) return { kind: 'MUNICIPALITY', id: place.municipalityCode }
  return { kind: 'SYSTEM', id: SYSTEM_ID }
}
