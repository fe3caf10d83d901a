import type { Cache, UpdatesConfig } from '@urql/exchange-graphcache'

const COUNTED: ReadonlySet<string> = new Set(['networkFreshness', 'networkFacilities'])

/** Counts a network anew where it is shown, since somebody has confirmed, edited or imported something. */
export function forgetFreshness(cache: Cache): void {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query'))
    if (COUNTED.has(fieldName)) cache.invalidate('Query', fieldKey)
}

/** The requests of a network are lists of its own. */
function forgetRequests(cache: Cache): void {
  for (const { fieldName, arguments: given } of cache.inspectFields('Query'))
    if (fieldName === 'platform' && typeof given?.id === 'string')
      cache.invalidate({ __typename: 'Platform', id: given.id })
  forgetFreshness(cache)
}

/** What asking for confirmation changes beside what comes back. */
export const requestUpdates: NonNullable<UpdatesConfig['Mutation']> = {
  requestConfirmation: (_result, _args, cache) => forgetRequests(cache),
  withdrawConfirmationRequest: (_result, _args, cache) => forgetRequests(cache),
}
