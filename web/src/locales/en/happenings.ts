import { formatDate } from '../../lib/dates.ts'
import type { Translated } from '../../lib/texts.ts'
import type { happenings as japanese } from '../ja/happenings.ts'
import { shell } from './shell.ts'

const roles: Readonly<Record<string, string>> = shell.roles
const nameOf = (role: string | number | undefined) => roles[String(role)] ?? ''

const placesOf = (facility: string | number | undefined, others: string | number | undefined) =>
  Number(others) > 0 ? `${facility} and ${others} more` : `${facility}`

export const happenings: Translated<typeof japanese> = {
  OTHER: 'Something happened.',
  'registry.confirmationRequested': ({ network, facility, others }) =>
    `The secretariat of ${network} asks you to confirm the facts of ${placesOf(facility, others)}.`,
  'registry.confirmationReminded': ({ facility, others }) =>
    `The secretariat is still waiting for you to confirm the facts of ${placesOf(facility, others)}.`,
  'platforms.facilityFreshAgain': ({ facility }) => `Everything about ${facility} has been confirmed.`,
  'registry.newMatches': ({ search, count }) => `${count} new facilities match your search “${search}”.`,
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
  'bulletin.announced': ({ network, title }) => `${network} announces “${title}”.`,
  'bulletin.mustRead': ({ network, title }) =>
    `${network} announces “${title}” and asks you to say that you have read it.`,
  'identity.invitationAccepted': ({ body }) => `The invitation to ${body} was accepted.`,
  'identity.roleGranted': ({ body, role }) => `You hold a role at ${body}: ${nameOf(role)}.`,
  'identity.handoverPlanned': ({ day }) =>
    `A hand-over of roles is planned for ${formatDate(String(day), 'en')}.`,
  'identity.handoverCancelled': ({ day }) =>
    `The hand-over of ${formatDate(String(day), 'en')} was called off.`,
}
