import type { Prisma } from '../../../generated/prisma/client.ts'
import type { AidOfferState, AidRequestState } from '../../../generated/prisma/enums.ts'
import { all, allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, type Viewer } from '../../../kernel/viewer.ts'
import { HELPER } from '../rules/who-comes.ts'
import { coordinated, coordinates, speaksFor, spokenFor, type FacilityRef } from './viewers.ts'

/**
 * Records of an event are seen by whoever belongs to its network: members, secretariat, chair, auditor, and the
 * liaison of a municipality of it. Nobody else, not even the operator of the system.
 */
export const eventsVisibleTo = (viewer: Viewer): Prisma.DisasterEventWhereInput => ({
  platformId: { in: [...viewer.platformIds] },
})

/** What a policy must know of the event a record hangs on. */
export interface EventRef {
  readonly platformId: string
  readonly closedAt: Date | null
}

const isOn = ({ closedAt }: EventRef): Verdict => (closedAt === null ? allow : deny('EVENT_IS_CLOSED'))

/** Who acts in an event at all: people of the network's facilities and corporations, its secretariat and the liaison. */
export function takePart(viewer: Viewer, event: EventRef): Verdict {
  if (!viewer.acting) return deny('CHOOSE_ACTING')
  if (!viewer.platformIds.includes(event.platformId)) return deny('NOT_YOUR_NETWORK')
  return coordinates(viewer, event.platformId) ||
    actsAs(viewer, 'FACILITY_DIRECTOR', 'FACILITY_STAFF', 'CORPORATION_ADMIN', 'MUNICIPAL_LIAISON')
    ? allow
    : deny('ONLY_WHO_WORKS_IN_THE_EVENT')
}

/** The same while it is on. */
export const workInEvent = (viewer: Viewer, event: EventRef): Verdict =>
  all(takePart(viewer, event), isOn(event))

/** Speaks for a facility in the event, or coordinates it. */
function forFacility(viewer: Viewer, event: EventRef, facility: FacilityRef): Verdict {
  const verdict = takePart(viewer, event)
  if (!verdict.allowed) return verdict
  return coordinates(viewer, event.platformId) || speaksFor(viewer, facility)
    ? allow
    : deny('ONLY_THE_FACILITY_OR_THE_COORDINATOR')
}

/** Who may ask for help: a called facility for itself, the coordinator for any of them and for the network. */
export const askForAid = (viewer: Viewer, event: EventRef, facility: FacilityRef): Verdict =>
  all(forFacility(viewer, event, facility), isOn(event))

/** Who accepts and declines offers, and closes a request: for whom it was asked, and the coordinator. */
export const answerOffers = (viewer: Viewer, event: EventRef, asking: FacilityRef): Verdict =>
  askForAid(viewer, event, asking)

/** Who says that help has arrived, also after the event was closed. */
export const receiveAid = forFacility

/** Who may offer what a facility has: its own people; the coordinator promises nothing that is others'. */
export function offerAid(viewer: Viewer, event: EventRef, facility: FacilityRef): Verdict {
  const verdict = all(takePart(viewer, event), isOn(event))
  if (!verdict.allowed) return verdict
  return speaksFor(viewer, facility) ? allow : deny('ONLY_THE_OWNER_OFFERS')
}

/** Who sends, takes back and notes hours and costs: who offered, and the coordinator who hears of it by telephone. */
export const runOffer = forFacility

/** What a policy must know of the two facilities between which somebody is on the way. */
interface BetweenTwo {
  readonly platformId: string
  readonly offering: FacilityRef
  readonly asking: FacilityRef
}

/** Who reads who comes: the people of both facilities, their corporations' administrators and the coordinator. */
export function readHelper(viewer: Viewer, { platformId, offering, asking }: BetweenTwo): Verdict {
  if (!viewer.platformIds.includes(platformId)) return deny('NOT_YOUR_NETWORK')
  if (!actsAs(viewer, ...HELPER.readers)) return deny('ONLY_THE_FACILITY_OR_THE_COORDINATOR')
  return coordinates(viewer, platformId) || speaksFor(viewer, offering) || speaksFor(viewer, asking)
    ? allow
    : deny('ONLY_THE_FACILITY_OR_THE_COORDINATOR')
}

/** The same for rows: whether a name is kept is seen by those who may read it. */
export const helpersVisibleTo = (viewer: Viewer): Prisma.AidHelperWhereInput => ({
  offer: {
    is: {
      AND: [
        { request: { is: { event: { is: eventsVisibleTo(viewer) } } } },
        { OR: [ownOffers(viewer), { request: { is: ownRequests(viewer) } }] },
      ],
    },
  },
})

// The same rules for rows of a list, where the policy is asked of many at once: the database finds the rows that the
// viewer may act on, and what is left to judge is their state.

const ON: Prisma.DisasterEventWhereInput = { closedAt: null }

/** Requests on whose side the viewer stands. */
export const ownRequests = (viewer: Viewer): Prisma.AidRequestWhereInput => ({
  OR: [{ facility: { is: spokenFor(viewer) } }, { event: { is: coordinated(viewer) } }],
})
/** The same while their event is on. */
export const answerableRequests = (viewer: Viewer): Prisma.AidRequestWhereInput => ({
  AND: [ownRequests(viewer), { event: { is: ON } }],
})
/** Offers on whose side the viewer stands. */
export const ownOffers = (viewer: Viewer): Prisma.AidOfferWhereInput => ({
  OR: [{ facility: { is: spokenFor(viewer) } }, { request: { is: { event: { is: coordinated(viewer) } } } }],
})
export const requestsThatAreOn: Prisma.AidRequestWhereInput = { event: { is: ON } }

const OPEN_TO_ALL = [
  'FACILITY_DIRECTOR',
  'FACILITY_STAFF',
  'CORPORATION_ADMIN',
  'MUNICIPAL_LIAISON',
  'PLATFORM_SECRETARIAT',
] as const

interface RequestRow {
  readonly state: AidRequestState
}
interface OfferRow {
  readonly state: AidOfferState
}

/** Whether a request can be taken care of; `on` = its event is. */
export function claimRow(viewer: Viewer, { state }: RequestRow, on: boolean): Verdict {
  if (!viewer.acting) return deny('CHOOSE_ACTING')
  if (!actsAs(viewer, ...OPEN_TO_ALL)) return deny('ONLY_WHO_WORKS_IN_THE_EVENT')
  return on && state === 'OPEN' ? allow : deny('EVENT_IS_CLOSED')
}
/** Whether the viewer could offer something to a request, whatever it has; `on` = its event is. */
export function offerRow(viewer: Viewer, { state }: RequestRow, on: boolean): Verdict {
  if (!viewer.acting) return deny('CHOOSE_ACTING')
  if (!actsAs(viewer, 'FACILITY_DIRECTOR', 'FACILITY_STAFF', 'CORPORATION_ADMIN'))
    return deny('ONLY_THE_OWNER_OFFERS')
  return on && state === 'OPEN' ? allow : deny('EVENT_IS_CLOSED')
}
/** Whether a request can be closed; `own` = the viewer stands on its side. */
export function closeRow(_viewer: Viewer, { state }: RequestRow, own: boolean): Verdict {
  return own && state === 'OPEN' ? allow : deny('ONLY_THE_FACILITY_OR_THE_COORDINATOR')
}
/** Whether an offer waits for the viewer's answer. */
export const answerRow = (_viewer: Viewer, { state }: OfferRow, own: boolean): Verdict =>
  own && state === 'OFFERED' ? allow : deny('ONLY_THE_FACILITY_OR_THE_COORDINATOR')

const inStates =
  (...states: readonly AidOfferState[]) =>
  (_viewer: Viewer, { state }: OfferRow, own: boolean): Verdict =>
    own && states.includes(state) ? allow : deny('ONLY_THE_FACILITY_OR_THE_COORDINATOR')

export const withdrawRow = inStates('OFFERED', 'ACCEPTED')
export const dispatchRow = inStates('ACCEPTED')
export const arriveRow = inStates('DISPATCHED')
export const returnRow = inStates('DISPATCHED', 'ARRIVED')
export const costRow = inStates('ACCEPTED', 'DISPATCHED', 'ARRIVED', 'RETURNED')

/** Who gives a claim back: who took it, people of the same body, and the coordinator. */
export function releaseRow(
  viewer: Viewer,
  { byUserId, actingKey }: { readonly byUserId: string; readonly actingKey: string },
): Verdict {
  if (!viewer.acting) return deny('CHOOSE_ACTING')
  if (!actsAs(viewer, ...OPEN_TO_ALL)) return deny('ONLY_WHO_WORKS_IN_THE_EVENT')
  return byUserId === viewer.userId ||
    actingKey === viewer.acting.key ||
    actsAs(viewer, 'PLATFORM_SECRETARIAT')
    ? allow
    : deny('NOT_YOUR_CLAIM')
}
