import type { Cache, UpdatesConfig } from '@urql/exchange-graphcache'

const OF_MEETINGS: ReadonlySet<string> = new Set([
  'meetingRoom',
  'meetings',
  'noticePreview',
  'meetingPapers',
])

/** What is worked out from meetings has no identity of its own: it is read again where it is shown. */
export function forgetRooms(cache: Cache): void {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query'))
    if (OF_MEETINGS.has(fieldName)) cache.invalidate('Query', fieldKey)
}

/** Reads the papers of meetings again where they are shown. */
export function forgetPapers(cache: Cache): void {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query'))
    if (fieldName === 'meetingPapers') cache.invalidate('Query', fieldKey)
}

// Whoever acts in the room sees its figures move at once, without waiting for the event of the own act; everybody else’s
// acts come as events.
const ACTS =
  'openMeeting recordPresence checkIn openVote castBallot declareConflict settleConflict closeVote planSeriesMeetings'

const each = (acts: string, forget: (cache: Cache) => void): NonNullable<UpdatesConfig['Mutation']> =>
  Object.fromEntries(acts.split(' ').map((act) => [act, (_result, _args, cache: Cache) => forget(cache)]))

/** What acting in a meeting changes beside what comes back. */
export const meetingUpdates: NonNullable<UpdatesConfig['Mutation']> = {
  ...each(ACTS, forgetRooms),
  ...each('addAgendaPaper arrangeAgendaPapers attachAgendaPaper detachAgendaPaper', forgetPapers),
}
