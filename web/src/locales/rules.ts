import { defineTexts } from '../lib/texts.ts'
import { sentence } from './codes.ts'
import { rules } from './ja/rules.ts'

// Apart from the reasons, which every page needs: only pages on which something is done say what a rule says.
const useRules = defineTexts(rules, async () => (await import('./en/rules.ts')).rules)

/** Says a rule code in words. */
export function useRuleText(): (code: string) => string {
  const texts = useRules()
  return (code) => sentence(texts, code)
}
