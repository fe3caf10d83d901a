import { z } from 'zod'
import { event } from '../../kernel/events.ts'

const ofMeeting = { meetingId: z.uuid(), platformId: z.uuid() }

/** The notice of a meeting went out. */
export const MeetingCalled = event(
  'meetings.MeetingCalled.v1',
  z.object({ ...ofMeeting, form: z.enum(['ASSEMBLY', 'WRITTEN', 'OMISSION']) }),
)

/** A meeting was called off after its notice. */
export const MeetingCancelled = event('meetings.MeetingCancelled.v1', z.object(ofMeeting))

/** Something in a meeting changed that its screens show: who is there, what is voted on, how many have voted. */
export const MeetingChanged = event('meetings.MeetingChanged.v1', z.object(ofMeeting))

/** A vote was closed and a decision stands in the register. */
export const DecisionReached = event(
  'meetings.DecisionReached.v1',
  z.object({
    ...ofMeeting,
    decisionId: z.uuid(),
    itemId: z.uuid(),
    outcome: z.enum(['CARRIED', 'REJECTED', 'NO_QUORUM']),
  }),
)

/** A meeting ended; its minutes can be written. */
export const MeetingClosed = event('meetings.MeetingClosed.v1', z.object(ofMeeting))

/** Those who have not answered a notice or voted in writing are asked once more. */
export const VotersReminded = event(
  'meetings.VotersReminded.v1',
  z.object({ ...ofMeeting, voterIds: z.array(z.uuid()).min(1) }),
)

/** Somebody asked about an item before the meeting. */
export const ItemQuestionAsked = event(
  'meetings.ItemQuestionAsked.v1',
  z.object({ ...ofMeeting, itemId: z.uuid(), questionId: z.uuid() }),
)

/** A question about an item was answered. */
export const ItemQuestionAnswered = event(
  'meetings.ItemQuestionAnswered.v1',
  z.object({ ...ofMeeting, itemId: z.uuid(), questionId: z.uuid() }),
)

/** A paper that can be read was laid before a called meeting. */
export const PaperAttached = event(
  'meetings.PaperAttached.v1',
  z.object({ ...ofMeeting, itemId: z.uuid(), documentId: z.uuid() }),
)

/** A decision was replaced by a later one. */
export const DecisionSuperseded = event(
  'meetings.DecisionSuperseded.v1',
  z.object({ platformId: z.uuid(), decisionId: z.uuid(), supersededById: z.uuid() }),
)

const ofTask = { platformId: z.uuid(), decisionId: z.uuid(), taskId: z.uuid() }

/** Somebody was given something to do because of a decision. */
export const DecisionTaskGiven = event('meetings.DecisionTaskGiven.v1', z.object(ofTask))

/** A task was taken in hand, done, dropped or opened again. */
export const DecisionTaskChanged = event('meetings.DecisionTaskChanged.v1', z.object(ofTask))

const ofMinutes = { ...ofMeeting, minutesId: z.uuid() }

/** Minutes were begun, filled in or edited. */
export const MinutesWritten = event('meetings.MinutesWritten.v1', z.object(ofMinutes))

/** Minutes were put before those who sign them. */
export const MinutesPresented = event('meetings.MinutesPresented.v1', z.object(ofMinutes))

/** One of those who have to sign has signed. */
export const MinutesSigned = event('meetings.MinutesSigned.v1', z.object(ofMinutes))

/** Minutes were taken back from their signers; signatures given until then are void. */
export const MinutesWithdrawn = event(
  'meetings.MinutesWithdrawn.v1',
  z.object({
    ...ofMinutes,
    /** Voters who were to sign. */
    voterIds: z.array(z.uuid()),
    /** Those of them who had signed. */
    voidedIds: z.array(z.uuid()),
  }),
)

/** All have signed: the minutes stand. */
export const MinutesLocked = event('meetings.MinutesLocked.v1', z.object(ofMinutes))

/** The paper of locked minutes stands on the network's shelf. */
export const MinutesFiled = event('meetings.MinutesFiled.v1', z.object(ofMinutes))
