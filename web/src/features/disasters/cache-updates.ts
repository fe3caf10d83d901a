import type { Cache } from '@urql/exchange-graphcache'

const WORKED_OUT = /^(disaster(Board|Events)|reportDesk|eventReview|facilityDevices|calledFacility)$/

/**
 * What is worked out from an event has no identity of its own: it is read again where it is shown. Every act of a
 * disaster is announced to whoever did it as well, so that nothing has to be known here of single acts.
 */
export function forgetBoards(cache: Cache): void {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query'))
    if (WORKED_OUT.test(fieldName)) cache.invalidate('Query', fieldKey)
}
