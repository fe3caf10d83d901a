import type { Cache, UpdatesConfig } from '@urql/exchange-graphcache'

/** Lists that a decision or a merge moves pairs between, and the todo that counts them. */
function forgetPairs(cache: Cache): void {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query'))
    if (['matchProposals', 'registryMerges', 'mergePreview', 'mergeObstacles', 'todos'].includes(fieldName))
      cache.invalidate('Query', fieldKey)
}

const forget = (_result: unknown, _args: unknown, cache: Cache): void => forgetPairs(cache)

/** What deciding and merging change beside the records that come back. */
export const matchingUpdates: NonNullable<UpdatesConfig['Mutation']> = {
  decideMatch: forget,
  takeBackMatchDecision: forget,
  mergeFacilities: forget,
  mergeCorporations: forget,
  undoMerge: forget,
}
