import type { Prisma } from '../../generated/prisma/client.ts'
import type { AidAct } from '../../generated/prisma/enums.ts'
import type { Tx } from '../../kernel/db.ts'
import type { EmitOptions } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { eventsVisibleTo, type EventRef } from './policy/events.ts'
import type { FacilityRef } from './policy/viewers.ts'
import { canBecome, hasLapsed } from './rules/quantities.ts'

// What the commands of an event share: loading a request or an offer as the viewer may see it, writing down who did
// what, who hears of it, and what the database says when somebody was faster.

const EVENT = { select: { id: true, platformId: true, closedAt: true, drill: true } } as const
const FACILITY = { select: { id: true, corporationId: true } } as const

/** An event that the viewer may know of. */
export async function loadEvent(tx: Tx, id: string, viewer: Viewer) {
  const event = await tx.disasterEvent.findFirst({
    where: { AND: [{ id }, eventsVisibleTo(viewer)] },
    ...EVENT,
  })
  return event
}

const facilityRef = (facility: { readonly id: string; readonly corporationId: string | null } | null) =>
  ({
    facilityId: facility?.id ?? null,
    corporationId: facility?.corporationId ?? null,
  }) satisfies FacilityRef

const WITH_EVENT = { event: EVENT, facility: FACILITY } satisfies Prisma.AidRequestInclude

/** A request with the event it hangs on and the facility it is for. */
export async function loadRequest(tx: Tx, id: string, viewer: Viewer) {
  const request = await tx.aidRequest.findFirst({
    where: { AND: [{ id }, { event: { is: eventsVisibleTo(viewer) } }] },
    include: WITH_EVENT,
  })
  return request && { request, event: request.event satisfies EventRef, ...placed(request) }
}

/** An offer with its request, its event and both facilities. */
export async function loadOffer(tx: Tx, id: string, viewer: Viewer) {
  const offer = await tx.aidOffer.findFirst({
    where: { AND: [{ id }, { request: { is: { event: { is: eventsVisibleTo(viewer) } } } }] },
    include: { facility: FACILITY, request: { include: WITH_EVENT } },
  })
  if (!offer) return null
  const { request } = offer
  return {
    offer,
    request,
    event: request.event satisfies EventRef,
    offering: facilityRef(offer.facility),
    asking: facilityRef(request.facility),
    ...placed(request),
    facilityId: offer.facilityId,
    corporationId: offer.facility.corporationId,
  }
}
export type LoadedOffer = NonNullable<Awaited<ReturnType<typeof loadOffer>>>

/** The bodies that the audit names. */
const placed = (request: Prisma.AidRequestGetPayload<{ include: typeof WITH_EVENT }>) => ({
  ...facilityRef(request.facility),
  platformId: request.event.platformId,
})

/** A facility of a member of an event's network. */
export async function memberFacility(
  tx: Tx,
  id: string,
  { platformId }: { readonly platformId: string },
  today: Date,
): Promise<FacilityRef | null> {
  const found = await tx.facility.findFirst({
    where: {
      id,
      corporation: {
        is: {
          memberships: {
            some: {
              platformId,
              startsOn: { lte: today },
              OR: [{ endsOn: null }, { endsOn: { gte: today } }],
            },
          },
        },
      },
    },
    ...FACILITY,
  })
  return found && facilityRef(found)
}

interface Noted {
  readonly requestId: string
  readonly act: AidAct
  readonly offerId?: string
  readonly quantity?: number
  readonly note?: string | null | undefined
}

/** Writes down who did what. */
export const noteChange = (
  tx: Tx,
  { requestId, act, offerId, quantity, note }: Noted,
  { viewer, now }: { readonly viewer: Viewer; readonly now: Date },
) =>
  tx.aidChange.create({
    data: {
      requestId,
      offerId: offerId ?? null,
      act,
      quantity: quantity ?? null,
      at: now,
      byUserId: viewer.userId,
      actingName: viewer.acting?.name ?? null,
      note: note === undefined || note === '' ? null : note,
    },
  })

/** What every announcement of an event says of it. */
export const ofEvent = ({ id, drill }: { readonly id: string; readonly drill: boolean }) => ({
  eventId: id,
  drill,
})

/** Who hears of what is done in an event, and what is read again. */
export const toldOf = (
  { platformId, id }: { readonly platformId: string; readonly id: string },
  requestId?: string,
  offerId?: string,
): EmitOptions => ({
  audience: [`platform:${platformId}`],
  entities: [
    globalId('DisasterEvent', id),
    ...(requestId ? [globalId('AidRequest', requestId)] : []),
    ...(offerId ? [globalId('AidOffer', offerId)] : []),
  ],
})

/** Refuses a step that cannot follow. */
export function checkStep(offer: LoadedOffer['offer'], to: Parameters<typeof canBecome>[1], now: Date): void {
  if (to === 'ACCEPTED' && hasLapsed(offer, now))
    throw new RuleProblem('OFFER_HAS_LAPSED', 'The offer was valid until a time that has passed.')
  if (!canBecome(offer.state, to))
    throw new RuleProblem('OFFER_WENT_ON', 'The offer is at another step by now.')
}

/** Lets go of what lapsed offers hold, so that others can have it; answers how many there were. */
export async function expireLapsed(
  tx: Tx,
  where: Prisma.AidOfferWhereInput,
  { now }: { readonly now: Date },
): Promise<number> {
  const lapsed = await tx.aidOffer.findMany({
    where: { AND: [where, { state: 'OFFERED', validUntil: { lte: now } }] },
    select: { id: true, requestId: true },
    orderBy: { id: 'asc' },
  })
  let freed = 0
  for (const { id, requestId } of lapsed) {
    const { count } = await tx.aidOffer.updateMany({
      where: { id, state: 'OFFERED' },
      data: { state: 'EXPIRED', endedReason: 'EXPIRED', version: { increment: 1 } },
    })
    if (count === 1) await tx.aidChange.create({ data: { requestId, offerId: id, act: 'EXPIRED', at: now } })
    freed += count
  }
  return freed
}

/** What the tables refuse, whoever was faster. */
export const onAidConstraint = {
  aid_request_never_promised_twice: () => new RuleProblem('MORE_THAN_WANTED', 'So much is no longer wanted.'),
  stock_lot_promises_what_is_there: () =>
    new RuleProblem('MORE_THAN_THERE_IS', 'So much is not there, or is promised to others.'),
  stock_lot_never_below_zero: () => new RuleProblem('MORE_THAN_THERE_IS', 'So much is not there.'),
  aid_resource_promises_what_is_there: () =>
    new RuleProblem('MORE_BEDS_THAN_FREE', 'So many beds are not free.'),
  aid_offer_in_one_place_at_a_time: () =>
    new RuleProblem('PROMISED_ELSEWHERE', 'It is offered or promised elsewhere at that time.'),
} as const
