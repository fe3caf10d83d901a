import { lateTexts, useLateTexts } from '../lib/late-texts.ts'
import { sentence } from './codes.ts'

// There are many of them, and none is said before something was sent and refused: they come after the page.
const rules = lateTexts({
  ja: async () => (await import('./ja/rules.ts')).rules,
  en: async () => (await import('./en/rules.ts')).rules,
})

/** Says a rule code in words; nothing in the moment before the words have come. */
export function useRuleText(): (code: string) => string {
  const texts = useLateTexts(rules)
  return (code) => (texts ? sentence(texts, code) : '')
}
