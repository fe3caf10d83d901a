import type { Prisma } from '../../../generated/prisma/client.ts'
import type { ShelterFactSource } from '../../../generated/prisma/enums.ts'
import { all, allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, type RoleName, type Viewer } from '../../../kernel/viewer.ts'
import { facilitiesOf, nothing, ownFacilities, speaksFor, type FacilityRef } from './viewers.ts'

const HEADS: readonly RoleName[] = ['FACILITY_DIRECTOR', 'CORPORATION_ADMIN']

/** Facilities whose entry in the register of welfare shelters the viewer may read. */
export function registerOf(viewer: Viewer): Prisma.FacilityWhereInput {
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return {}
  const own = ownFacilities(viewer)
  const code = viewer.acting?.kind === 'MUNICIPALITY' ? viewer.acting.municipalityCode : null
  const found = [
    ...(own ? [own] : []),
    ...(viewer.platformIds.length > 0 ? [facilitiesOf(viewer.platformIds, viewer.today)] : []),
    ...(code ? [{ municipalityCode: code }] : []),
  ]
  return found.length === 0 ? nothing : { OR: found }
}

/** What a facility offers: its own people, its networks, its municipality and the operator. */
export const sheltersVisibleTo = (viewer: Viewer): Prisma.WelfareShelterWhereInput => ({
  facility: { is: registerOf(viewer) },
})

export const placesVisibleTo = (viewer: Viewer): Prisma.WelfareShelterPlacesWhereInput => ({
  welfareShelter: { is: sheltersVisibleTo(viewer) },
})

/** What stands in published files stands there for everybody. */
const PUBLISHED: Prisma.ShelterFactWhereInput = {
  kind: { in: ['DESIGNATED', 'DESIGNATION_ENDED'] },
  source: 'PUBLISHED_DATA',
  eventId: null,
}

/** Facts: what is published for everybody; the rest as the register, of an event within its network alone. */
export const factsVisibleTo = (viewer: Viewer): Prisma.ShelterFactWhereInput => ({
  OR: [
    PUBLISHED,
    {
      AND: [
        { facility: { is: registerOf(viewer) } },
        { OR: [{ eventId: null }, { event: { is: { platformId: { in: [...viewer.platformIds] } } } }] },
      ],
    },
  ],
})

/** The same as SQL on the aliases `f` (fact), `fa` (facility) and `e` (event); `param` puts a value into the statement. */
export function factsVisibleSql(viewer: Viewer, param: (value: unknown) => string): string {
  const networks = `${param([...viewer.platformIds])}::uuid[]`
  const { acting } = viewer
  const reach = actsAs(viewer, 'SYSTEM_OPERATOR')
    ? 'true'
    : [
        ...(acting?.kind === 'FACILITY' && acting.facilityId
          ? [`fa.id = ${param(acting.facilityId)}::uuid`]
          : []),
        ...(acting?.kind === 'CORPORATION' && acting.corporationId
          ? [`fa.corporation_id = ${param(acting.corporationId)}::uuid`]
          : []),
        ...(acting?.kind === 'MUNICIPALITY' && acting.municipalityCode
          ? [`fa.municipality_code = ${param(acting.municipalityCode)}`]
          : []),
        `EXISTS (SELECT FROM platform_membership AS m WHERE m.corporation_id = fa.corporation_id
           AND m.platform_id = ANY (${networks}) AND m.starts_on <= ${param(viewer.today)}::date
           AND (m.ends_on IS NULL OR m.ends_on >= ${param(viewer.today)}::date))`,
      ].join(' OR ')
  return `((f.kind IN ('DESIGNATED', 'DESIGNATION_ENDED') AND f.source = 'PUBLISHED_DATA' AND f.event_id IS NULL)
    OR ((${reach}) AND (f.event_id IS NULL OR e.platform_id = ANY (${networks}))))`
}

/** A facility with the networks its corporation belongs to today. */
export interface RegisteredFacility extends FacilityRef {
  readonly platformIds: readonly string[]
}

/** Who may say something in the name of a source. What others say is written down by who heard it. */
export function speakAs(viewer: Viewer, facility: RegisteredFacility, source: ShelterFactSource): Verdict {
  switch (source) {
    case 'FACILITY':
      return speaksFor(viewer, facility, HEADS) ? allow : deny('ONLY_THE_FACILITYS_HEAD_SAYS_SO')
    case 'NETWORK':
    case 'THIRD_PARTY':
      if (!actsAs(viewer, 'PLATFORM_SECRETARIAT')) return deny('ONLY_THE_SECRETARIAT_SAYS_SO')
      return facility.platformIds.includes(viewer.acting?.platformId ?? '') ? allow : deny('NOT_YOUR_NETWORK')
    case 'MUNICIPALITY':
      if (!actsAs(viewer, 'MUNICIPAL_LIAISON')) return deny('ONLY_THE_MUNICIPALITY_SAYS_SO')
      return viewer.acting?.municipalityCode === facility.municipalityCode
        ? allow
        : deny('NOT_YOUR_MUNICIPALITY')
    case 'PUBLISHED_DATA':
      return actsAs(viewer, 'SYSTEM_OPERATOR') ? allow : deny('ONLY_THE_OPERATOR_TAKES_OVER_DATA')
  }
}

/** A fact is taken back by whoever may say something in the name of its source. */
export const withdrawFact = (
  viewer: Viewer,
  facility: RegisteredFacility,
  fact: { readonly source: ShelterFactSource; readonly withdrawnAt: Date | null },
): Verdict =>
  all(speakAs(viewer, facility, fact.source), fact.withdrawnAt === null ? allow : deny('FACT_IS_WITHDRAWN'))

/** What a facility offers is said by its head, or by the municipality that designates it. */
export function editShelter(viewer: Viewer, facility: FacilityRef): Verdict {
  if (speaksFor(viewer, facility, HEADS)) return allow
  if (actsAs(viewer, 'MUNICIPAL_LIAISON'))
    return viewer.acting?.municipalityCode === facility.municipalityCode
      ? allow
      : deny('NOT_YOUR_MUNICIPALITY')
  return deny('ONLY_THE_FACILITY_SAYS_WHAT_IT_OFFERS')
}

/** Published designations are taken over by the portal itself, and by the operator at any time. */
export const takeOver = (viewer: Viewer): Verdict =>
  actsAs(viewer, 'SYSTEM_OPERATOR') ? allow : deny('ONLY_THE_OPERATOR_TAKES_OVER_DATA')
