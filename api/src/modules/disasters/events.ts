import { z } from 'zod'
import { event } from '../../kernel/events.ts'

// Every payload says whether it is of a drill, so that nobody who passes it on has to ask.
const ofEvent = { eventId: z.uuid(), platformId: z.uuid(), drill: z.boolean() }

/** A disaster, or a drill of one, was opened and its facilities are called. */
export const EventOpened = event('disasters.EventOpened.v1', z.object(ofEvent))

/** An event is over. */
export const EventClosed = event('disasters.EventClosed.v1', z.object(ofEvent))

/** A facility's report was received, by whatever way. */
export const ReportReceived = event(
  'disasters.ReportReceived.v1',
  z.object({ ...ofEvent, calledFacilityId: z.uuid(), facilityId: z.uuid(), reportId: z.uuid() }),
)

/** The owner of a silent facility said what was found out. */
export const SilenceConfirmed = event(
  'disasters.SilenceConfirmed.v1',
  z.object({ ...ofEvent, calledFacilityId: z.uuid(), facilityId: z.uuid() }),
)

/** The neighbour of a facility was changed. */
export const CalledFacilityChanged = event(
  'disasters.CalledFacilityChanged.v1',
  z.object({ ...ofEvent, calledFacilityId: z.uuid(), facilityId: z.uuid() }),
)

/** An opening took a step. */
export const OpeningChanged = event(
  'disasters.OpeningChanged.v1',
  z.object({
    ...ofEvent,
    openingId: z.uuid(),
    facilityId: z.uuid(),
    state: z.enum(['REQUESTED', 'CAN', 'CANNOT', 'DECIDED', 'OPEN', 'FULL', 'CLOSED', 'WITHDRAWN']),
  }),
)

/** A shelter reported how many are there or how many more can come. */
export const FiguresReported = event(
  'disasters.FiguresReported.v1',
  z.object({ ...ofEvent, openingId: z.uuid(), facilityId: z.uuid(), entryId: z.uuid() }),
)

/** A device of a facility was enrolled or revoked. */
export const DeviceChanged = event('disasters.DeviceChanged.v1', z.object({ facilityId: z.uuid() }))
