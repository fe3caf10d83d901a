import { formatDate } from '../../lib/dates.ts'
import type { Translated } from '../../lib/texts.ts'
import type { happenings as japanese } from '../ja/happenings.ts'
import { shell } from './shell.ts'

const roles: Readonly<Record<string, string>> = shell.roles
const permissions: Readonly<Record<string, string>> = {
  CONFIRM_FACTS: 'confirming that nothing has changed',
  EDIT_FACTS: 'correcting the entries',
  SEE_ALL_CONTACTS: 'seeing all contacts',
}
const permissionOf = (permission: string | number | undefined) => permissions[String(permission)] ?? ''
const nameOf = (role: string | number | undefined) => roles[String(role)] ?? ''

const placesOf = (facility: string | number | undefined, others: string | number | undefined) =>
  Number(others) > 0 ? `${facility} and ${others} more` : `${facility}`

export const happenings: Translated<typeof japanese> = {
  OTHER: 'Something happened.',
  'collaboration.tieProposed': ({ by, subject }) => `${by} proposes to work together on “${subject}”.`,
  'collaboration.tieRecorded': ({ by, subject }) =>
    `The secretariat of ${by} has recorded the tie “${subject}”. Tell it if something is wrong.`,
  'collaboration.tieAnswered': ({ by, subject }) => `${by} has answered the tie “${subject}”.`,
  'collaboration.tieEnded': ({ by, subject }) => `${by} has set the last day of the tie “${subject}”.`,
  'collaboration.confidentialNews': 'There is news of a tie that only its parties see.',
  'registry.confirmationRequested': ({ network, facility, others }) =>
    `The secretariat of ${network} asks you to confirm the facts of ${placesOf(facility, others)}.`,
  'registry.confirmationReminded': ({ facility, others }) =>
    `The secretariat is still waiting for you to confirm the facts of ${placesOf(facility, others)}.`,
  'platforms.facilityFreshAgain': ({ facility }) => `Everything about ${facility} has been confirmed.`,
  'registry.newMatches': ({ search, count }) => `${count} new facilities match your search “${search}”.`,
  'registry.facilityTransferred': ({ facility, to, day }) =>
    `${facility} is run by ${to} from ${formatDate(String(day), 'en')} on.`,
  'registry.corporationSucceeded': ({ corporation, successor, day }) =>
    successor
      ? `${corporation} went into ${successor} on ${formatDate(String(day), 'en')}.`
      : `${corporation} was dissolved on ${formatDate(String(day), 'en')}.`,
  'registry.successionPlanned': ({ corporation, successor, day }) =>
    successor
      ? `${corporation} will go into ${successor} on ${formatDate(String(day), 'en')}.`
      : `${corporation} will be dissolved on ${formatDate(String(day), 'en')}.`,
  'registry.successionReverted': ({ corporation }) =>
    `The merger or dissolution of ${corporation} was taken back.`,
  'registry.mandatesGiven': ({ corporation, day }) =>
    `${corporation} entrusts you with its entries from ${formatDate(String(day), 'en')}.`,
  'registry.mandateEnded': ({ corporation, permission }) =>
    `${corporation} no longer entrusts you: ${permissionOf(permission)}.`,
  'registry.mandateReturned': ({ holder, permission }) =>
    `${holder} is no longer entrusted: ${permissionOf(permission)}.`,
  'bulletin.announced': ({ network, title }) => `${network} announces “${title}”.`,
  'bulletin.mustRead': ({ network, title }) =>
    `${network} announces “${title}” and asks you to say that you have read it.`,
  'bulletin.documentAdded': ({ network, title }) => `${network} has put “${title}” on its shelf.`,
  'bulletin.documentRenewed': ({ network, title, number }) =>
    `${network}: “${title}” is now at version ${number}.`,
  'identity.invitationAccepted': ({ body }) => `The invitation to ${body} was accepted.`,
  'identity.roleGranted': ({ body, role }) => `You hold a role at ${body}: ${nameOf(role)}.`,
  'identity.handoverPlanned': ({ day }) =>
    `A hand-over of roles is planned for ${formatDate(String(day), 'en')}.`,
  'identity.handoverCancelled': ({ day }) =>
    `The hand-over of ${formatDate(String(day), 'en')} was called off.`,
  'meetings.called': ({ meeting, day, until }) =>
    `${meeting} was called for ${formatDate(String(day), 'en')}. Answer by ${formatDate(String(until), 'en')}.`,
  'meetings.voteInWriting': ({ meeting, until }) =>
    `${meeting} is decided in writing. Vote by ${formatDate(String(until), 'en')}.`,
  'meetings.cancelled': ({ meeting, reason }) => `${meeting} was called off: ${reason}`,
  'meetings.paperAdded': ({ meeting, paper }) => `${meeting}: the paper “${paper}” was added.`,
  'meetings.paperRenewed': ({ meeting, paper }) => `${meeting}: the paper “${paper}” has a new version.`,
  'meetings.answerAwaited': ({ meeting, until }) =>
    `${meeting} still waits for your answer, until ${formatDate(String(until), 'en')}.`,
  'meetings.voteAwaited': ({ meeting, until }) =>
    `${meeting} still waits for your vote, until ${formatDate(String(until), 'en')}.`,
  'platforms.officeTied': ({ network, office }) =>
    `You can now answer and vote as ${office} of ${network} yourself.`,
  'platforms.applied': ({ corporation, network }) => `${corporation} has applied to ${network}.`,
  'platforms.invited': ({ network }) => `${network} invites you to join.`,
  'platforms.applicationMessage': ({ corporation, network }) =>
    `Something was written on the application of ${corporation} to ${network}.`,
  'platforms.applicationClosed': ({ corporation, network, state }) =>
    state === 'ADMITTED'
      ? `${corporation} has become a member of ${network}.`
      : state === 'DECLINED'
        ? `The application of ${corporation} to ${network} was declined.`
        : `The application of ${corporation} to ${network} was withdrawn.`,
  'meetings.minutesToSign': ({ meeting }) => `You are asked to sign the minutes of ${meeting}.`,
  'meetings.signatureVoid': ({ meeting }) =>
    `The minutes of ${meeting} were taken back and your signature is void. You will be asked again.`,
  'meetings.minutesLocked': ({ meeting }) => `All have signed the minutes of ${meeting}; they are final.`,
  'meetings.taskGiven': ({ task, day }) =>
    `A decision gives you the task “${task}”, due on ${formatDate(String(day), 'en')}.`,
  // disasters
  'disasters.eventOpened': ({ event, network }) =>
    `${network}: ${event} has begun. Please report how your facility is.`,
  'disasters.eventClosed': ({ event, network }) => `${network}: ${event} is over.`,
  'disasters.openingChanged': ({ event, facility, state }) => `${event}: ${facility} – ${openingWord(state)}`,
  // mutualaid: a drill says so first
  'mutualaid.requested': ({ drill, event, facility, item, quantity }) =>
    `${drill ? '[DRILL] ' : ''}${event}: ${facility || 'the network'} asks for help (${item || 'people, vehicles, beds'} ${quantity}).`,
  'mutualaid.offered': ({ drill, event, helper, label }) =>
    `${drill ? '[DRILL] ' : ''}${event}: ${helper} offers "${label}". Please answer.`,
  'mutualaid.answered': ({ drill, event, label, answer, accepted }) =>
    answer === 'ACCEPTED'
      ? `${drill ? '[DRILL] ' : ''}${event}: "${label}" (${accepted}) is wanted. Note when it is on its way.`
      : `${drill ? '[DRILL] ' : ''}${event}: "${label}" is not needed this time.`,
  'alerts.openingSuggested': ({ network, title }) =>
    `${network}: “${title}” of the JMA is over the threshold. Decide whether to open an event.`,
  'alerts.drillSuggested': ({ network, title }) =>
    `[DRILL] ${network}: a drill message of the JMA, “${title}”, has come in.`,
}

const OPENING_WORDS: Readonly<Record<string, string>> = {
  REQUESTED: 'asked to open; please answer.',
  CAN: 'can open.',
  CANNOT: 'cannot open.',
  DECIDED: 'is to open; please get ready.',
  OPEN: 'is open.',
  FULL: 'is full.',
  WITHDRAWN: 'the request was taken back.',
}
const openingWord = (state: unknown) => OPENING_WORDS[String(state)] ?? ''
