import type { Cache, UpdatesConfig } from '@urql/exchange-graphcache'

/** Reads the kept searches again where they are listed. */
export function forgetSavedSearches(cache: Cache): void {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query'))
    if (fieldName === 'savedSearches') cache.invalidate('Query', fieldKey)
}

/** Reads again what is entrusted to the acting body, and what that lets it do. */
export function forgetMandates(cache: Cache): void {
  const concerned = new Set(['heldMandates', 'mandateEndPreview', 'corporationPermissions', 'viewer'])
  for (const { fieldName, fieldKey } of cache.inspectFields('Query'))
    if (concerned.has(fieldName)) cache.invalidate('Query', fieldKey)
}

/** What keeping a search and giving it up change beside the search itself. */
export const registryUpdates: NonNullable<UpdatesConfig['Mutation']> = {
  saveSearch: (_result, _args, cache) => forgetSavedSearches(cache),
  deleteSavedSearch: (_result, _args, cache) => forgetSavedSearches(cache),
  giveMandates: (_result, _args, cache) => forgetMandates(cache),
  endMandate: (_result, _args, cache) => forgetMandates(cache),
}
