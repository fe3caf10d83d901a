import { formatDate, today } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useRulebookText } from '../../locales/rulebook.ts'

const DAY = 86_400_000

/** Says from when to when a version is in force; the day before the next one begins is its last. */
export function useVersionTime(): (effectiveOn: string, nextOn: string | null) => string {
  const text = useRulebookText()
  const language = useLanguage()
  return (effectiveOn, nextOn) => {
    const from = formatDate(effectiveOn, language)
    if (nextOn) {
      const last = new Date(Date.parse(nextOn) - DAY).toISOString().slice(0, 10)
      return text.until(from, formatDate(last, language))
    }
    return effectiveOn > today() ? text.inForceFrom(from) : text.inForceSince(from)
  }
}
