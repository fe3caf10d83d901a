import type { Cache } from '@urql/exchange-graphcache'

const LISTS: ReadonlySet<string> = new Set([
  'shelterCount',
  'shelterCounts',
  'shelterRecord',
  'readinessSheet',
  'readinessAnswers',
  'readinessItems',
  'mentorships',
  'mentoringOverview',
])

/** Reads the register, checklists and mentorships again where they are shown. */
export function forgetReadiness(cache: Cache): void {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query'))
    if (LISTS.has(fieldName)) cache.invalidate('Query', fieldKey)
}
