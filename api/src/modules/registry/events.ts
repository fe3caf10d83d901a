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

/** Published files were read and the registry changed. */
export const PublishedDataImported = event(
  'registry.PublishedDataImported.v1',
  z.object({ sources: z.array(z.string()), created: z.int(), changed: z.int() }),
)

/** The master data of a service was corrected or confirmed. */
export const ServiceKindEdited = event(
  'registry.ServiceKindEdited.v1',
  z.object({ serviceKindId: z.uuid(), confirmed: z.boolean() }),
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
