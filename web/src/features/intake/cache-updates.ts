import type { Cache } from '@urql/exchange-graphcache'

/** What a shelter’s page knows beside the people themselves is read again: numbers, transfers, places found. */
export function forgetIntake(cache: Cache): void {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query'))
    if (fieldName === 'intakeBook') cache.invalidate('Query', fieldKey)
}
