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

/** Another corporation runs a facility (事業譲渡). */
export const FacilityTransferred = event(
  'registry.FacilityTransferred.v1',
  z.object({
    facilityId: z.uuid(),
    /** Null if nobody was known to run it. */
    fromCorporationId: z.uuid().nullable(),
    toCorporationId: z.uuid(),
    /** First day under the other corporation. */
    onDate: z.iso.date(),
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

const corporationBlock = z.enum(['BASIC', 'CONTACTS', 'PROCUREMENT'])

/** Its administrator has checked blocks of a corporation's facts and found them right. */
export const CorporationConfirmed = event(
  'registry.CorporationConfirmed.v1',
  z.object({
    corporationId: z.uuid(),
    blocks: z.array(corporationBlock).min(1),
    confirmedByUserId: z.uuid(),
    /** Before it, a block was stale or had never been confirmed; now none is. */
    becameFresh: z.boolean(),
    platformIds: z.array(z.uuid()),
  }),
)

/** A person has written a block of a corporation's facts. */
export const CorporationEdited = event(
  'registry.CorporationEdited.v1',
  z.object({ corporationId: z.uuid(), block: corporationBlock }),
)

/** A corporation was put into the registry by hand, with its first facility if it came along. */
export const CorporationRegistered = event(
  'registry.CorporationRegistered.v1',
  z.object({ corporationId: z.uuid(), facilityId: z.uuid().nullable() }),
)

/** A person has corrected 所轄庁, or let it follow the derivation again. */
export const AuthorityCorrected = event(
  'registry.AuthorityCorrected.v1',
  z.object({ corporationId: z.uuid(), corrected: z.boolean() }),
)

/** A list of the state's was corrected or confirmed. */
export const MasterFactEdited = event(
  'registry.MasterFactEdited.v1',
  z.object({ masterFactId: z.uuid(), confirmed: z.boolean() }),
)

const succession = z.object({
  successionId: z.uuid(),
  kind: z.enum(['MERGER', 'DISSOLUTION']),
  corporationId: z.uuid(),
  successorId: z.uuid().nullable(),
  /** First day without the old corporation. */
  onDate: z.iso.date(),
  /** Networks that either corporation belonged to when it was announced. */
  platformIds: z.array(z.uuid()),
})

/** A merger or dissolution was written down for a day to come. */
export const CorporationSuccessionPlanned = event('registry.CorporationSuccessionPlanned.v1', succession)

/** A corporation has merged or was dissolved; what it had is the successor's. */
export const CorporationSucceeded = event('registry.CorporationSucceeded.v1', succession)

/** A merger or dissolution was called off or taken back. */
export const CorporationSuccessionReverted = event('registry.CorporationSuccessionReverted.v1', succession)
/** A person keeps, changes or gives up a search; heard only by them. */
export const SavedSearchesChanged = event(
  'registry.SavedSearchesChanged.v1',
  z.object({ savedSearchId: z.uuid() }),
)

/** New facilities match a kept search whose owner wants to know. */
export const SavedSearchMatched = event(
  'registry.SavedSearchMatched.v1',
  z.object({ savedSearchId: z.uuid(), userId: z.uuid(), count: z.int().min(1) }),
)

/** Records were compared; some were linked or stand for a decision. */
export const RegistryMatched = event(
  'registry.RegistryMatched.v1',
  z.object({ linked: z.int(), asked: z.int(), sheltersChanged: z.int() }),
)

/** A person said whether two records are one, or put it off. */
export const MatchDecided = event(
  'registry.MatchDecided.v1',
  z.object({ matchProposalId: z.uuid(), decision: z.enum(['SAME', 'DIFFERENT', 'LATER']) }),
)

/** A decision about two records was taken back. */
export const MatchReopened = event('registry.MatchReopened.v1', z.object({ matchProposalId: z.uuid() }))

/** Two records that were one in truth were made one. */
export const RecordsMerged = event(
  'registry.RecordsMerged.v1',
  z.object({
    registryMergeId: z.uuid(),
    record: z.enum(['CORPORATION', 'FACILITY']),
    keptId: z.uuid(),
    absorbedId: z.uuid(),
  }),
)

/** A merge was undone: everything it moved stands where it stood. */
export const RecordsParted = event(
  'registry.RecordsParted.v1',
  z.object({
    registryMergeId: z.uuid(),
    record: z.enum(['CORPORATION', 'FACILITY']),
    keptId: z.uuid(),
    absorbedId: z.uuid(),
  }),
)

/** A corporation has entrusted another body with named things, all at once to one. */
export const MandatesGiven = event(
  'registry.MandatesGiven.v1',
  z.object({ mandateIds: z.array(z.uuid()).min(1), corporationId: z.uuid() }),
)

/** Something that was entrusted is so no longer. */
export const MandateEnded = event(
  'registry.MandateEnded.v1',
  z.object({
    mandateId: z.uuid(),
    corporationId: z.uuid(),
    because: z.enum(['REVOKED', 'RETURNED', 'MEMBERSHIP_ENDED', 'CORPORATION_ENDED']),
    /** Null if it ended by itself. */
    endedByUserId: z.uuid().nullable(),
  }),
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

/** Somebody of the public says that a page of the directory is wrong. */
export const MistakeReported = event(
  'registry.MistakeReported.v1',
  z.object({
    mistakeReportId: z.uuid(),
    facilityId: z.uuid().nullable(),
    corporationId: z.uuid().nullable(),
  }),
)

/** Somebody who may correct it has said what became of it. */
export const MistakeSettled = event(
  'registry.MistakeSettled.v1',
  z.object({ mistakeReportId: z.uuid(), outcome: z.enum(['CORRECTED', 'UNCHANGED']) }),
)
