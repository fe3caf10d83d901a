import type { Prisma } from '../../../generated/prisma/client.ts'
import { allow, any, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, type Viewer } from '../../../kernel/viewer.ts'

// Who sees and does what in an event. Seen by the members of its network, its secretariat, chair, officers and auditor,
// and by the liaison of its municipality; by nobody else, the operator included.

export interface OfNetwork {
  readonly platformId: string
}
export interface OfFacility {
  readonly facilityId: string
  readonly corporationId: string | null
}

export const eventsVisibleTo = (viewer: Viewer): Prisma.DisasterEventWhereInput => ({
  platformId: { in: [...viewer.platformIds] },
})
const ofEvent = (viewer: Viewer) => ({ event: { is: eventsVisibleTo(viewer) } })
export const calledVisibleTo = (viewer: Viewer): Prisma.CalledFacilityWhereInput => ofEvent(viewer)
export const openingsVisibleTo = (viewer: Viewer): Prisma.ShelterOpeningWhereInput => ofEvent(viewer)
export const reportsVisibleTo = (viewer: Viewer): Prisma.StatusReportWhereInput => ({
  calledFacility: { is: calledVisibleTo(viewer) },
})
export const confirmationsVisibleTo = (viewer: Viewer): Prisma.SilenceConfirmationWhereInput => ({
  calledFacility: { is: calledVisibleTo(viewer) },
})
export const stepsVisibleTo = (viewer: Viewer): Prisma.OpeningStepWhereInput => ({
  opening: { is: openingsVisibleTo(viewer) },
})
export const occupanciesVisibleTo = (viewer: Viewer): Prisma.ShelterOccupancyWhereInput => ({
  opening: { is: openingsVisibleTo(viewer) },
})
export const vacanciesVisibleTo = (viewer: Viewer): Prisma.ShelterVacancyWhereInput => ({
  opening: { is: openingsVisibleTo(viewer) },
})

/** Devices are the facility's own affair. */
export function devicesVisibleTo(viewer: Viewer): Prisma.FacilityDeviceWhereInput {
  const { acting } = viewer
  if (acting?.kind === 'FACILITY') return { facilityId: acting.facilityId ?? '' }
  if (acting?.kind === 'CORPORATION')
    return { facility: { is: { corporationId: acting.corporationId ?? '' } } }
  return { id: { in: [] } }
}

/** The council: secretariat and chair of the network. */
export function council(viewer: Viewer, { platformId }: OfNetwork): Verdict {
  if (!viewer.acting) return deny('CHOOSE_ACTING')
  return actsAs(viewer, 'PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR') && viewer.acting.platformId === platformId
    ? allow
    : deny('ONLY_COUNCIL_OR_MUNICIPALITY')
}

/** The liaison of the municipality whose network it is. */
export function municipality(viewer: Viewer, { platformId }: OfNetwork): Verdict {
  if (!viewer.acting) return deny('CHOOSE_ACTING')
  return actsAs(viewer, 'MUNICIPAL_LIAISON') && viewer.platformIds.includes(platformId)
    ? allow
    : deny('ONLY_COUNCIL_OR_MUNICIPALITY')
}

/** Who opens, decides and closes: the municipality, or the council for it. */
export function conduct(viewer: Viewer, network: OfNetwork): Verdict {
  return any(municipality(viewer, network), council(viewer, network))
}

/** Who speaks for a facility: whoever works there, and the administrator of its corporation. */
export function facilityItself(viewer: Viewer, { facilityId, corporationId }: OfFacility): Verdict {
  if (!viewer.acting) return deny('CHOOSE_ACTING')
  const worksThere =
    actsAs(viewer, 'FACILITY_DIRECTOR', 'FACILITY_STAFF') && viewer.acting.facilityId === facilityId
  const administers =
    actsAs(viewer, 'CORPORATION_ADMIN') &&
    corporationId !== null &&
    viewer.acting.corporationId === corporationId
  return worksThere || administers ? allow : deny('NOT_YOUR_FACILITY')
}

/** Who reports and answers: the facility, or who types in what it said. */
export function reportFor(viewer: Viewer, place: OfNetwork & OfFacility): Verdict {
  if (!viewer.acting) return deny('CHOOSE_ACTING')
  return facilityItself(viewer, place).allowed || conduct(viewer, place).allowed
    ? allow
    : deny('ONLY_THE_FACILITY_OR_THE_COUNCIL')
}

/** Who says what was found out about a silent facility: its neighbour, the council, the municipality. */
export function findOut(
  viewer: Viewer,
  {
    platformId,
    buddyFacilityId,
    buddyCorporationId,
  }: OfNetwork & {
    readonly buddyFacilityId: string | null
    readonly buddyCorporationId: string | null
  },
): Verdict {
  if (!viewer.acting) return deny('CHOOSE_ACTING')
  const asNeighbour =
    buddyFacilityId !== null &&
    facilityItself(viewer, { facilityId: buddyFacilityId, corporationId: buddyCorporationId }).allowed
  return asNeighbour || conduct(viewer, { platformId }).allowed ? allow : deny('NOT_YOURS_TO_FIND_OUT')
}

/** Who enrols and revokes devices of a facility: its director, and the administrator of its corporation. */
export function lookAfterDevices(viewer: Viewer, place: OfFacility): Verdict {
  if (!viewer.acting) return deny('CHOOSE_ACTING')
  return actsAs(viewer, 'FACILITY_DIRECTOR', 'CORPORATION_ADMIN') && facilityItself(viewer, place).allowed
    ? allow
    : deny('ONLY_THE_DIRECTOR_ENROLS_DEVICES')
}
