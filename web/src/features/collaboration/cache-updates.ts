import type { Cache, UpdatesConfig } from '@urql/exchange-graphcache'

const OF_TIES: ReadonlySet<string> = new Set([
  'collaborationTies',
  'collaborationPicture',
  'collaborationTie',
  'todos',
])

/** Lists and the picture are read again: who sees what of a tie changes with its state. */
export function forgetTies(cache: Cache): void {
  for (const { fieldName, fieldKey, arguments: given } of cache.inspectFields('Query')) {
    if (OF_TIES.has(fieldName)) cache.invalidate('Query', fieldKey)
    if (fieldName === 'platform' && typeof given?.id === 'string')
      cache.invalidate({ __typename: 'Platform', id: given.id })
  }
}

const forget = (_result: unknown, _args: unknown, cache: Cache) => forgetTies(cache)

/** What acts on ties change beside what comes back. */
export const tieUpdates: NonNullable<UpdatesConfig['Mutation']> = {
  proposeTie: forget,
  recordTie: forget,
  agreeTie: forget,
  declineTie: forget,
  objectToTie: forget,
  withdrawTie: forget,
  amendTie: forget,
  endTie: forget,
  offerService: forget,
  withdrawService: forget,
}
