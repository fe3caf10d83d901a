import type { RoleName, SeatKind } from '../../generated/graphql.ts'

/** The kind of body that a role stands on, for forms that offer both. */
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

interface OnBody {
  readonly facility?: { readonly shortName: string } | null
  readonly corporation?: { readonly name: string } | null
  readonly platform?: { readonly name: string } | null
  readonly municipality?: { readonly name: string } | null
}

/** Name of the body that a role or an invitation stands on; without one it is this installation. */
export const bodyName = (
  { facility, corporation, platform, municipality }: OnBody,
  installation: string,
): string => facility?.shortName ?? corporation?.name ?? platform?.name ?? municipality?.name ?? installation
