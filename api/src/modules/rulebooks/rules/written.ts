import type { OrganRule } from './rulebook.ts'

/**
 * The rules of an organ for a vote that is held in writing alone, by the ordinary majorities (書面による議決): everybody's
 * ballot counts as presence, and there is nobody a proxy could be given to. Null where the rulebook does not allow it.
 */
export function writtenRules(organ: OrganRule): OrganRule | null {
  if (!organ.writtenResolution) return null
  const { clause } = organ.writtenResolution
  return {
    ...organ,
    written: { allowed: true, clause },
    counted: { ...organ.counted, written: true, clause },
    proxy: { allowed: false, perHolder: null, clause },
  }
}
