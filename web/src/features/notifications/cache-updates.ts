import type { Cache, UpdatesConfig } from '@urql/exchange-graphcache'

/** Reads the list and the bell again where they are shown. */
export function forgetNotifications(cache: Cache): void {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query'))
    if (fieldName === 'notifications' || fieldName === 'viewer') cache.invalidate('Query', fieldKey)
}

/** What marking notifications changes beside the ones that come back. */
export const notificationUpdates: NonNullable<UpdatesConfig['Mutation']> = {
  markNotificationRead: (_result, _args, cache) => forgetNotifications(cache),
  markAllNotificationsRead: (_result, _args, cache) => forgetNotifications(cache),
}
