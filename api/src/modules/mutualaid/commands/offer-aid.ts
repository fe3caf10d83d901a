import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/db.ts'
import { idOf } from '../../../kernel/ids.ts'
import { addJob } from '../../../kernel/jobs/task.ts'
import { idempotencyKey, instant } from '../../../kernel/inputs.ts'
import { RuleProblem, ValidationProblem } from '../../../kernel/problems.ts'
import {
  expireLapsed,
  loadRequest,
  memberFacility,
  noteChange,
  onAidConstraint,
  toldOf,
  ofEvent,
} from '../aid-writing.ts'
import * as events from '../events.ts'
import { count, words } from '../inputs.ts'
import { lapseJob } from '../lapse-job.ts'
import { offerAid as mayOffer } from '../policy/events.ts'

const WITH_OWNER = { select: { id: true } } as const

/** What an offer draws on, with the facility that has it. */
async function drawnOn(
  tx: Tx,
  { lotId, resourceId }: { readonly lotId: string | null; readonly resourceId: string | null },
) {
  const lot = lotId
    ? await tx.stockLot.findUnique({
        where: { id: lotId },
        include: { item: { select: { name: true } }, facility: WITH_OWNER },
      })
    : null
  const resource = resourceId
    ? await tx.aidResource.findUnique({ where: { id: resourceId }, include: { facility: WITH_OWNER } })
    : null
  const facilityId = lot?.facilityId ?? resource?.facilityId ?? null
  return facilityId === null ? null : { lot, resource, facilityId }
}

interface OnPaper {
  readonly lot: { readonly id: string; readonly quantity: number } | null
  readonly resource: { readonly id: string; readonly units: number } | null
  readonly quantity: number
}

/** The tables hold nothing for a drill: that no more is offered in one than there is, is asked here. */
async function checkOnPaper(tx: Tx, eventId: string, { lot, resource, quantity }: OnPaper): Promise<void> {
  const offers = await tx.aidOffer.findMany({
    where: {
      request: { is: { eventId } },
      ...(lot ? { lotId: lot.id } : { resourceId: resource?.id ?? '', kind: 'BEDS' }),
    },
    select: { state: true, quantity: true, accepted: true, cameBack: true, lotId: true },
  })
  const gone = offers.reduce((sum, offer) => sum + offer.accepted - offer.cameBack, 0)
  const asked = offers.reduce((sum, { state, quantity: of }) => sum + (state === 'OFFERED' ? of : 0), 0)
  if (quantity > (lot?.quantity ?? resource?.units ?? 0) - asked - gone)
    throw lot
      ? onAidConstraint.stock_lot_promises_what_is_there()
      : onAidConstraint.aid_resource_promises_what_is_there()
}

/** 「出せます」 */
export const offerAid = command({
  name: 'offerAid',
  description:
    'A member’s facility offers something it has, named: so much of a lot, a person’s shift, a vehicle, beds of a room. Until it is answered nobody else is promised the same. What is offered in a drill is still to be had in a disaster.',
  scope: 'mutualaid:write',
  input: z.object({
    aidRequestId: idOf('AidRequest').describe('The request, open.'),
    lotId: idOf('StockLot').nullable().describe('For goods: the lot it comes from.'),
    resourceId: idOf('AidResource').nullable().describe('For all else: the person’s shift, vehicle or room.'),
    quantity: count().describe('How much; 1 for a person and a vehicle.'),
    startsAt: instant().nullable().describe('From when, if not for the whole time asked for.'),
    endsAt: instant().nullable().describe('Until when, if not for the whole time asked for.'),
    validUntil: instant().nullable().describe('Until when it can be accepted; null = until withdrawn.'),
    note: words(200).describe('What should be known with it; no names, at most 200 characters.'),
    idempotencyKey: idempotencyKey(),
  }),
  secret: ['note'],
  onConstraint: onAidConstraint,
  subject: async (tx, { aidRequestId, lotId, resourceId }, viewer, now) => {
    const found = await loadRequest(tx, aidRequestId, viewer)
    const drawn = found && (await drawnOn(tx, { lotId, resourceId }))
    const offering =
      drawn && (await memberFacility(tx, drawn.facilityId, found.event, dateOf(dayInJapan(now))))
    return offering && { ...found, ...drawn, ...offering, facilityId: drawn.facilityId, offering }
  },
  may: (viewer, { event, offering }) => mayOffer(viewer, event, offering),
  async run({ tx, subject: { request, event, lot, resource, facilityId }, input, viewer, now, emit }) {
    if (request.state !== 'OPEN') throw new RuleProblem('REQUEST_IS_CLOSED', 'The request is closed.')
    if (facilityId === request.facilityId)
      throw new RuleProblem('OFFERED_TO_ITSELF', 'A facility asks others, not itself.')
    if (request.kind === 'GOODS' ? lot === null : resource?.kind !== request.kind)
      throw new RuleProblem('OFFER_OF_ANOTHER_KIND', 'Something of another kind was asked for.')
    if (lot) {
      if (lot.itemId !== request.itemId)
        throw new RuleProblem('OFFER_OF_ANOTHER_ITEM', 'Another item was asked for.')
      if (lot.expiresOn && lot.expiresOn < dateOf(dayInJapan(now)))
        throw new RuleProblem('LOT_HAS_EXPIRED', 'The lot is out of date.')
    }
    if (resource?.retiredAt) throw new RuleProblem('RESOURCE_IS_RETIRED', 'It is no longer in the register.')
    const startsAt = request.kind === 'GOODS' ? null : (input.startsAt ?? request.startsAt)
    const endsAt = request.kind === 'GOODS' ? null : (input.endsAt ?? request.endsAt)
    if (startsAt && endsAt && endsAt <= startsAt)
      throw new ValidationProblem([
        { path: ['endsAt'], code: 'ENDS_BEFORE', message: 'ends before it begins' },
      ])
    if (input.validUntil && input.validUntil <= now)
      throw new ValidationProblem([
        { path: ['validUntil'], code: 'IN_THE_PAST', message: 'has passed already' },
      ])
    if (resource && resource.kind !== 'BEDS' && input.quantity !== 1)
      throw new ValidationProblem([
        { path: ['quantity'], code: 'TOO_BIG', message: 'a person and a vehicle come as a whole' },
      ])
    if (event.drill) await checkOnPaper(tx, event.id, { lot, resource, quantity: input.quantity })
    await expireLapsed(tx, lot ? { lotId: lot.id } : { resourceId: resource?.id ?? '' }, { now })
    const { id } = await tx.aidOffer.create({
      data: {
        requestId: request.id,
        kind: request.kind,
        facilityId,
        lotId: lot?.id ?? null,
        resourceId: resource?.id ?? null,
        label: lot ? lot.item.name : (resource?.label ?? ''),
        quantity: input.quantity,
        startsAt,
        endsAt,
        validUntil: input.validUntil,
        note: input.note,
        offeredAt: now,
      },
    })
    if (input.validUntil) await addJob(tx, lapseJob, { aidOfferId: id }, { at: input.validUntil })
    await noteChange(
      tx,
      { requestId: request.id, offerId: id, act: 'OFFERED', quantity: input.quantity },
      { viewer, now },
    )
    emit(
      events.AidOffered,
      { ...ofEvent(event), requestId: request.id, offerId: id },
      toldOf(event, request.id, id),
    )
    return { aidOfferId: id, aidRequestId: request.id }
  },
})
