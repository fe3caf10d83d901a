import { cacheExchange, type Cache, type KeyGenerator } from '@urql/exchange-graphcache'
import { forgetNotifications, notificationUpdates } from '../features/notifications/cache-updates.ts'
import { typeOf } from '../lib/ids.ts'
import type { EventsSubscription } from '../generated/graphql.ts'

/** Types that are a part of what holds them and have no identity of their own. */
const PARTS = new Set(['Viewer', 'PageInfo', 'Permission', 'ValidationIssue', 'LiveUpdate'])
const PART_SUFFIXES = /(Connection|Edge|Payload|Problem|Can)$/

const partOfItsHolder: KeyGenerator = () => null

/**
 * Knows an object by its Relay id wherever it was read, so that a change read once is seen everywhere.
 * Objects without one are kept in what holds them. A feature whose mutations add to a list says so in its
 * `cache-updates.ts`, merged here.
 */
export const normalizedCache = () =>
  cacheExchange({
    keys: new Proxy<Record<string, KeyGenerator>>(
      { Seat: ({ key }) => (typeof key === 'string' ? key : null) },
      {
        get: (known, type: string) =>
          known[type] ?? (PARTS.has(type) || PART_SUFFIXES.test(type) ? partOfItsHolder : undefined),
      },
    ),
    updates: {
      Mutation: { ...notificationUpdates },
      Subscription: {
        events: (result, args, cache) =>
          forget((result as unknown as EventsSubscription).events, cache, args.after !== undefined),
      },
    },
  })

type Update = EventsSubscription['events']

/** Whatever an event says has changed is read again where it is shown. */
function forget({ entities, name, reset }: Update, cache: Cache, hadCursor: boolean): void {
  // The first answer without a cursor is a reset by nature; everything on the screen was read just now.
  if (reset && hadCursor) {
    for (const { fieldKey } of cache.inspectFields('Query')) cache.invalidate('Query', fieldKey)
    return
  }
  for (const id of entities) {
    const type = typeOf(id)
    if (type) cache.invalidate({ __typename: type, id })
  }
  if (name === 'notifications.Notified.v1') forgetNotifications(cache)
}
