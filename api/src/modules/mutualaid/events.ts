import { z } from 'zod'
import { event } from '../../kernel/events.ts'

// Whatever hangs on an event says whether it is of a drill, so that nobody who passes it on has to ask.
const ofEvent = z.object({ eventId: z.uuid(), drill: z.boolean() })
const request = ofEvent.extend({ requestId: z.uuid() })
const offer = request.extend({ offerId: z.uuid() })

/** A called facility, or the coordinator, asks for help. */
export const AidRequested = event('mutualaid.AidRequested.v1', request)
/** A request was taken care of, released, asked for more or less, ended or cancelled. */
export const AidRequestChanged = event(
  'mutualaid.AidRequestChanged.v1',
  request.extend({ act: z.enum(['CLAIMED', 'RELEASED', 'QUANTITY_CHANGED', 'ENDED', 'CANCELLED']) }),
)
/** A facility offers something it has. */
export const AidOffered = event('mutualaid.AidOffered.v1', offer)
/** An offer was accepted, in whole or in part, or declined. */
export const AidAnswered = event(
  'mutualaid.AidAnswered.v1',
  offer.extend({ answer: z.enum(['ACCEPTED', 'DECLINED']) }),
)
/** An offer went on: withdrawn, lapsed, on its way, there, back, or with other costs. */
export const AidOfferChanged = event(
  'mutualaid.AidOfferChanged.v1',
  offer.extend({
    act: z.enum(['WITHDRAWN', 'EXPIRED', 'DISPATCHED', 'ARRIVED', 'RETURNED', 'COST_NOTED', 'COST_STRUCK']),
  }),
)
/** A line was written into the situation log of an event. */
export const SituationWritten = event('mutualaid.SituationWritten.v1', ofEvent.extend({ lineId: z.uuid() }))
/** Somebody has marked up to where they have seen an event. */
export const SituationMarked = event('mutualaid.SituationMarked.v1', ofEvent)

/** What a facility keeps, lends, has inspected or can do has changed. */
export const RegisterChanged = event(
  'mutualaid.RegisterChanged.v1',
  z.object({
    facilityId: z.uuid(),
    register: z.enum(['STOCK', 'LOANS', 'RESOURCES', 'INSPECTIONS', 'SKILLS']),
  }),
)
/** A mutual-aid agreement of a network was written down or has ended. */
export const AgreementChanged = event('mutualaid.AgreementChanged.v1', z.object({ agreementId: z.uuid() }))
