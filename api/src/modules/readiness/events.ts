import { z } from 'zod'
import { event } from '../../kernel/events.ts'

/** Somebody has said something of a welfare shelter, or taken it back. `drill`: it counts in that drill alone. */
export const ShelterFactRecorded = event(
  'readiness.ShelterFactRecorded.v1',
  z.object({
    shelterFactId: z.uuid(),
    facilityId: z.uuid(),
    kind: z.string(),
    eventId: z.uuid().nullable(),
    drill: z.boolean(),
  }),
)
export const ShelterFactWithdrawn = event(
  'readiness.ShelterFactWithdrawn.v1',
  z.object({ shelterFactId: z.uuid(), facilityId: z.uuid() }),
)

/** What a facility offers as a welfare shelter was said or corrected. */
export const WelfareShelterEdited = event(
  'readiness.WelfareShelterEdited.v1',
  z.object({ welfareShelterId: z.uuid(), facilityId: z.uuid() }),
)

/** Designations were taken over from published files. */
export const DesignationsAdopted = event(
  'readiness.DesignationsAdopted.v1',
  z.object({ designated: z.int(), ended: z.int() }),
)

/** A facility's checklist has a new answer or comment, or a draft was decided. */
export const ReadinessChanged = event('readiness.ReadinessChanged.v1', z.object({ facilityId: z.uuid() }))

/** An item of the checklist was corrected or confirmed. */
export const ReadinessItemEdited = event(
  'readiness.ReadinessItemEdited.v1',
  z.object({ readinessItemId: z.uuid(), confirmed: z.boolean() }),
)

/** A facility begins to guide another, comes to a stage with it, visits it, or ends. */
export const MentorshipBegun = event('readiness.MentorshipBegun.v1', z.object({ mentorshipId: z.uuid() }))
export const MentorshipChanged = event(
  'readiness.MentorshipChanged.v1',
  z.object({ mentorshipId: z.uuid(), stage: z.string(), ended: z.boolean() }),
)

/** The network's rule or library for mentors was changed. */
export const MentoringRulesChanged = event(
  'readiness.MentoringRulesChanged.v1',
  z.object({ platformId: z.uuid() }),
)
