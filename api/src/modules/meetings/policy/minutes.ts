import type { Prisma } from '../../../generated/prisma/client.ts'
import { allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, isSystem, type RoleName, type Viewer } from '../../../kernel/viewer.ts'
import { spokenForBy, visibleTo } from './meetings.ts'

const OFFICERS: readonly RoleName[] = ['PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR']

/**
 * Minutes are seen by whoever sees the meeting once all have signed; before that by the network’s officers, and by those
 * who have to sign as soon as they are asked to. A municipality sees those of the general meeting.
 */
export function minutesVisibleTo(viewer: Viewer): Prisma.MinutesWhereInput {
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return {}
  const ofMeeting: Prisma.MeetingWhereInput = actsAs(viewer, 'MUNICIPAL_LIAISON')
    ? { AND: [visibleTo(viewer), { organ: 'GENERAL_MEETING' }] }
    : visibleTo(viewer)
  const { acting } = viewer
  const seen: Prisma.MinutesWhereInput[] = [
    { state: 'LOCKED' },
    { state: 'SIGNING', signers: { some: { voter: { is: spokenForBy(viewer) } } } },
  ]
  if (acting?.platformId && actsAs(viewer, ...OFFICERS))
    seen.push({ meeting: { is: { platformId: acting.platformId } } })
  return { meeting: { is: ofMeeting }, OR: seen }
}

/** What is written of the items, and who signs, is seen with the minutes. */
export const entriesVisibleTo = (viewer: Viewer): Prisma.MinutesEntryWhereInput => ({
  minutes: { is: minutesVisibleTo(viewer) },
})

export const signersVisibleTo = (viewer: Viewer): Prisma.MinutesSignerWhereInput => ({
  minutes: { is: minutesVisibleTo(viewer) },
})

/** Which paper they are on is seen with the minutes; the paper itself also on the shelf. */
export const filesVisibleTo = (viewer: Viewer): Prisma.MinutesFileWhereInput => ({
  minutes: { is: minutesVisibleTo(viewer) },
})

/** Locked minutes are filed by the portal itself. */
export const fileMinutes = (viewer: Viewer): Verdict => (isSystem(viewer) ? allow : deny('SYSTEM_ONLY'))
