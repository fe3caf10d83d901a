import { z } from 'zod'
import { event } from '../../kernel/events.ts'

/** A member has checked blocks of a facility's facts and found them right. */
export const FacilityConfirmed = event(
  'registry.FacilityConfirmed.v1',
  z.object({
    facilityId: z.uuid(),
    corporationId: z.uuid().nullable(),
    blocks: z.array(z.enum(['BASIC', 'CONTACTS', 'EQUIPMENT', 'SERVICES', 'RESOURCES', 'STAFF'])).min(1),
    confirmedByUserId: z.uuid(),
    /** Before it, a block was stale or had never been confirmed; now none is. */
    becameFresh: z.boolean(),
    /** Platforms the facility's corporation belonged to on the day. */
    platformIds: z.array(z.uuid()),
  }),
)

/** A block of a facility's facts was corrected by hand; `confirmed` if by its own people. */
export const FacilityEdited = event(
  'registry.FacilityEdited.v1',
  z.object({
    facilityId: z.uuid(),
    corporationId: z.uuid().nullable(),
    block: z.enum(['BASIC', 'CONTACTS', 'EQUIPMENT', 'SERVICES', 'RESOURCES', 'STAFF']),
    confirmed: z.boolean(),
  }),
)

/** A facility was registered by hand. */
export const FacilityRegistered = event(
  'registry.FacilityRegistered.v1',
  z.object({ facilityId: z.uuid(), corporationId: z.uuid() }),
)

/** A facility was closed; its roles end on the day. */
export const FacilityClosed = event(
  'registry.FacilityClosed.v1',
  z.object({
    facilityId: z.uuid(),
    corporationId: z.uuid().nullable(),
    /** Last day of the facility. */
    endedOn: z.iso.date(),
    successorId: z.uuid().nullable(),
  }),
)

/** A facility that had been closed is at work again. */
export const FacilityReopened = event(
  'registry.FacilityReopened.v1',
  z.object({ facilityId: z.uuid(), corporationId: z.uuid().nullable() }),
)

/** An area of a municipality was checked against its source. */
export const CommunityAreaConfirmed = event(
  'registry.CommunityAreaConfirmed.v1',
  z.object({ communityAreaId: z.uuid() }),
)

/** Published files were read and the registry changed. */
export const PublishedDataImported = event(
  'registry.PublishedDataImported.v1',
  z.object({
    sources: z.array(z.string()),
    created: z.int(),
    changed: z.int(),
    /** The import; null when it was read before imports were kept. */
    importRunId: z.uuid().nullable().default(null),
  }),
)

/** An import was taken back as a whole. */
export const ImportReverted = event('registry.ImportReverted.v1', z.object({ importRunId: z.uuid() }))

/** The master data of a service was corrected or confirmed. */
export const ServiceKindEdited = event(
  'registry.ServiceKindEdited.v1',
  z.object({ serviceKindId: z.uuid(), confirmed: z.boolean() }),
)

/** A network's secretariat has asked facilities to confirm facts. */
export const ConfirmationRequested = event(
  'registry.ConfirmationRequested.v1',
  z.object({ platformId: z.uuid(), requestIds: z.array(z.uuid()).min(1) }),
)

/** Requests that nobody had answered fell due and are repeated. */
export const ConfirmationReminded = event(
  'registry.ConfirmationReminded.v1',
  z.object({ requestIds: z.array(z.uuid()).min(1) }),
)

/** The secretariat no longer asks. */
export const ConfirmationRequestWithdrawn = event(
  'registry.ConfirmationRequestWithdrawn.v1',
  z.object({ requestId: z.uuid(), platformId: z.uuid(), facilityId: z.uuid() }),
)
