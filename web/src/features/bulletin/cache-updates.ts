import type { Cache, UpdatesConfig } from '@urql/exchange-graphcache'

const LISTS: ReadonlySet<string> = new Set([
  'documents',
  'announcements',
  'announcementReaders',
  'calendar',
  'calendarFeeds',
  'handoverPackage',
])

/** Reads a network's shelf, announcements and calendar again where they are shown. */
export function forgetBulletin(cache: Cache): void {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query'))
    if (LISTS.has(fieldName)) cache.invalidate('Query', fieldKey)
}

function forgetWhatIsToDo(cache: Cache): void {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query'))
    if (fieldName === 'todos' || fieldName === 'viewer' || fieldName === 'notifications')
      cache.invalidate('Query', fieldKey)
}

const listed = (_result: unknown, _args: unknown, cache: Cache): void => forgetBulletin(cache)
const done = (_result: unknown, _args: unknown, cache: Cache): void => forgetWhatIsToDo(cache)

/** What a change does to the lists beside what comes back. */
export const bulletinUpdates: NonNullable<UpdatesConfig['Mutation']> = {
  addDocument: listed,
  deleteDocument: listed,
  publishAnnouncement: listed,
  withdrawAnnouncement: listed,
  openAnnouncement: done,
  acknowledgeAnnouncement: done,
  addCalendarEntry: listed,
  editCalendarEntry: listed,
  cancelCalendarEntry: listed,
  createCalendarFeed: listed,
  revokeCalendarFeed: listed,
}
