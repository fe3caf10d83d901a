import { z } from 'zod'
import { event } from '../../kernel/events.ts'

/** Something was written in a shelter's book of people; the event says of nobody what. */
export const IntakeWritten = event(
  'intake.IntakeWritten.v1',
  z.object({ openingId: z.uuid(), eventId: z.uuid(), drill: z.boolean() }),
)

/** Somebody is to go to another shelter, or that was answered. */
export const TransferProposed = event(
  'intake.TransferProposed.v1',
  z.object({ transferId: z.uuid(), openingId: z.uuid(), toOpeningId: z.uuid(), drill: z.boolean() }),
)
export const TransferAnswered = event(
  'intake.TransferAnswered.v1',
  z.object({ transferId: z.uuid(), accepted: z.boolean(), drill: z.boolean() }),
)

/** A book was anonymised; its certificate says what was in it. */
export const BookAnonymised = event(
  'intake.BookAnonymised.v1',
  z.object({ openingId: z.uuid(), certificateId: z.uuid(), drill: z.boolean() }),
)
