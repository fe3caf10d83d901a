import { cacheExchange, type KeyGenerator } from '@urql/exchange-graphcache'

/** Types that are a part of what holds them and have no identity of their own. */
const PARTS = new Set(['Viewer', 'PageInfo', 'Permission', 'ValidationIssue'])
const PART_SUFFIXES = /(Connection|Edge|Payload|Problem|Can)$/

const partOfItsHolder: KeyGenerator = () => null

/**
 * Knows an object by its Relay id wherever it was read, so that a change read once is seen everywhere.
 * Objects without one are kept in what holds them.
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
  })
