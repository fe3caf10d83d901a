import {
  cacheExchange,
  type Cache,
  type KeyGenerator,
  type UpdateResolver,
  type Variables,
} from '@urql/exchange-graphcache'
import { assignmentUpdates, forgetAssignments } from '../features/assignment/cache-updates.ts'
import { forgetIntake } from '../features/intake/cache-updates.ts'
import { forgetTies, tieUpdates } from '../features/collaboration/cache-updates.ts'
import { bulletinUpdates, forgetBulletin } from '../features/bulletin/cache-updates.ts'
import { forgetBoards } from '../features/disasters/cache-updates.ts'
import { forgetPapers, forgetRooms, meetingUpdates } from '../features/meetings/cache-updates.ts'
import { forgetMutualAid, mutualaidUpdates } from '../features/mutualaid/cache-updates.ts'
import { forgetNotifications, notificationUpdates } from '../features/notifications/cache-updates.ts'
import { forgetMandates, forgetSavedSearches, registryUpdates } from '../features/registry/cache-updates.ts'
import { matchingUpdates } from '../features/registry/matching/cache-updates.ts'
import { forgetNetworks, networkUpdates } from '../features/platforms/cache-members.ts'
import { forgetFreshness, requestUpdates } from '../features/platforms/cache-updates.ts'
import { forgetReadiness } from '../features/readiness/cache-updates.ts'
import { importUpdates } from '../features/registry/imports/cache-updates.ts'
import { typeOf } from '../lib/ids.ts'
import type { ChangesQuery, EventsSubscription } from '../generated/graphql.ts'

/** Types that are a part of what holds them and have no identity of their own. */
const PARTS = new Set([
  'Viewer',
  'EventOutput',
  'OutputSheet',
  'OutputField',
  'OutputMissing',
  'OutputClaimLine',
  'OutputUnclaimed',
  'PageInfo',
  'Permission',
  'ValidationIssue',
  'DemoLogin',
  'HeldInvitation',
  'HeldToken',
  'Holdings',
  'InvitationOffer',
  'LiveUpdate',
  'MatchReason',
  'MergeCount',
  'MergePreview',
  'MergeStay',
  'RegistryMergeMove',
  'LookedAfterBody',
  'LoggedEvent',
  'Changes',
  'FacilityAsOf',
  'PostalPlace',
  'RegistryAsOf',
  'RevisionChange',
  'RevisionValue',
  'CorporationAuthority',
  'CorporationPermissions',
  'CorporationsAlike',
  'AlikeCorporation',
  'SuccessionPreview',
  'SuccessionLine',
  'Scope',
  'ClusterMap',
  'ConditionCount',
  'FacilityConditionCounts',
  'MapCluster',
  'PlaceFound',
  'PossessionCount',
  'NetworkFreshness',
  'BlockFreshness',
  'MemberFreshness',
  'ConfirmationAgeCounts',
  'DecisionProof',
  'DecisionStep',
  'DecisionMeasure',
  'DecisionMargin',
  'DecisionBallot',
  'VoteAmount',
  'MinutesFacts',
  'MinutesAttendance',
  'MinutesThreshold',
  'MinutesMove',
  'MinutesDecision',
  'MinutesExclusion',
  'MinutesQuestion',
  'MinutesItem',
  'MinutesRulebook',
  'MinutesRoll',
  'ImportColumn',
  'ImportColumnProposal',
  'ImportProblem',
  'ImportFieldChange',
  'ImportLine',
  'ImportUndoObstacle',
  'MandateEndPreview',
  'MandateWork',
  'Rulebook',
  'RulebookArticle',
  'AmendingDecision',
  'RulebookTrial',
  'RuleShare',
  'RuleThreshold',
  'MeasuredThreshold',
  'TrialVerdict',
  'AskedQuestion',
  'CarriedDecision',
  'LinkedNetwork',
  'MemberKind',
  'MissingOfKind',
  'NetworkFiling',
  'NetworkStanding',
  'DuesStanding',
  'GuestPaper',
  'NetworkTemplate',
  'NetworkTemplateCommittee',
  'NetworkTemplateEntry',
  'NetworkTemplateRole',
  'NetworkToJoin',
  'OpenMemberClass',
  'VoteSpreadFault',
  'CollaborationPicture',
  'AssignmentEvent',
  'AssignmentMunicipality',
  'AssignmentShelter',
  'PicturedCorporation',
  'PicturedPair',
  'VoluntaryTerms',
  'CouncilJointTerms',
  'AllianceTerms',
  'CollaborationTerms',
  'BoardTerms',
  'TransferTerms',
  'MergerTerms',
  'MergerStepTaken',
  'AnnouncementReader',
  'CalendarDay',
  'HandoverPackage',
  'HandoverTasks',
  'NoticeSetting',
  'CommitteeForMeetings',
  'MeetingPaper',
  'MeetingRoom',
  'MeetingRules',
  'NoticePreview',
  'OrganForMeetings',
  'PaperReceipt',
  'ResolutionKind',
  'RoomItem',
  'RoomThreshold',
  'RoomVoter',
  'BoardFigure',
  'BoardRow',
  'BoardTotals',
  'DeskReport',
  'DeviceDesk',
  'DeviceEvent',
  'DisasterBoard',
  'EventReview',
  'FacilityDesk',
  'ProposedMinutes',
  'ReportDesk',
  'ReviewedFacility',
  'CountedShelter',
  'ShelterCount',
  'ShelterDefinitionCount',
  'ShelterFactLine',
  'ShelterRecord',
  'ReadinessWord',
  'ReadinessChoiceOffered',
  'ReadinessRemark',
  'ReadinessSuggestion',
  'ReadinessLine',
  'ReadinessQuestion',
  'ReadinessSheet',
  'MentoringStagePace',
  'MentorLoad',
  'FacilityToGuide',
  'MentorshipAtAGlance',
  'MentoringOverview',
  'AidCalledFacility',
  'AidHelperPerson',
  'AidSituation',
  'SinceLastHere',
  'SituationNews',
  'StockBorrower',
  'StockPicture',
  'StockRow',
  'IntakeBook',
  'IntakeCertificate',
  'IntakeCount',
  'IntakeEntry',
  'IntakeOtherShelter',
  'IntakePage',
  'IntakePlace',
  'IntakeSheet',
  'IntakeSheetLink',
  'IntakeTransfer',
])
const PART_SUFFIXES =
  /(Connection|Edge|Payload|Problem|Can|Facets?|Rule|Line|Count|Counted|Sheet|Part|Record|Overview)$/

const partOfItsHolder: KeyGenerator = () => null

/**
 * Knows an object by its Relay id wherever it was read, so that a change read once is seen everywhere.
 * Objects without one are kept in what holds them. A feature whose mutations add to a list says so in its
 * `cache-updates.ts`, merged here.
 */
export const normalizedCache = () =>
  cacheExchange({
    // Without it the cache guesses whether `...Refusal` fits, and leaves out what the API objects to.
    possibleTypes: { Problem: ['ValidationProblem', 'ConflictProblem', 'RuleProblem'] },
    keys: new Proxy<Record<string, KeyGenerator>>(
      { Seat: ({ key }) => (typeof key === 'string' ? key : null) },
      {
        get: (known, type: string) =>
          known[type] ?? (PARTS.has(type) || PART_SUFFIXES.test(type) ? partOfItsHolder : undefined),
      },
    ),
    updates: {
      Mutation: {
        ...notificationUpdates,
        ...registryUpdates,
        ...matchingUpdates,
        ...requestUpdates,
        ...networkUpdates,
        ...importUpdates,
        ...assignmentUpdates,
        ...tieUpdates,
        ...bulletinUpdates,
        ...meetingUpdates,
        ...mutualaidUpdates,
      },
      Subscription: { events: hearOf },
      Query: { changesSince: catchUp },
    },
  })

type Update = Pick<EventsSubscription['events'], 'entities' | 'name'>

/** Whatever an event says has changed is read again where it is shown. */
function forget({ entities, name }: Update, cache: Cache): void {
  for (const id of entities) {
    const type = typeOf(id)
    if (type) cache.invalidate({ __typename: type, id })
  }
  if (name?.startsWith('meetings.')) forgetRooms(cache)
  if (name?.startsWith('disasters.')) forgetBoards(cache)
  if (name?.startsWith('mutualaid.')) forgetMutualAid(cache)
  if (name === 'notifications.Notified.v1') forgetNotifications(cache)
  if (name === 'registry.SavedSearchesChanged.v1') forgetSavedSearches(cache)
  if (name?.startsWith('registry.Mandate')) forgetMandates(cache)
  if (name?.startsWith('registry.')) forgetFreshness(cache)
  if (name?.startsWith('platforms.')) forgetNetworks(cache)
  // Events of confidential ties name no record.
  if (name?.startsWith('assignment.')) forgetAssignments(cache)
  if (name?.startsWith('intake.') || name === 'assignment.ReferralAnswered.v1') forgetIntake(cache)
  if (name?.startsWith('collaboration.')) forgetTies(cache)
  if (name?.startsWith('readiness.')) forgetReadiness(cache)
  if (name?.startsWith('bulletin.')) {
    forgetBulletin(cache)
    // A paper of an agenda is a document of the shelf.
    forgetPapers(cache)
  }
}

function forgetEverything(cache: Cache): void {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query'))
    if (fieldName !== 'changesSince') cache.invalidate('Query', fieldKey)
}

// The first answer without a cursor is a reset by nature; everything on the screen was read just now.
const hadCursor = ({ after }: Variables) => after !== undefined && after !== null

const hearOf: UpdateResolver = (result, args, cache) => {
  const { events } = result as unknown as EventsSubscription
  if (!events.reset) forget(events, cache)
  else if (hadCursor(args)) forgetEverything(cache)
}

const catchUp: UpdateResolver = (result, args, cache) => {
  const { changesSince } = result as unknown as ChangesQuery
  if (!changesSince.reset) for (const event of changesSince.events) forget(event, cache)
  else if (hadCursor(args)) forgetEverything(cache)
}
