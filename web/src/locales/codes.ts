import { defineTexts } from '../lib/texts.ts'
import { reasons } from './ja/reasons.ts'
import { rules } from './ja/rules.ts'

const useReasons = defineTexts(reasons, async () => (await import('./en/reasons.ts')).reasons)
const useRules = defineTexts(rules, async () => (await import('./en/rules.ts')).rules)

/** Says a policy's reason code in words. */
export function useReasonText(): (code: string) => string {
  const texts = useReasons()
  return (code) => sentence(texts, code)
}

/** Says a rule code in words. */
export function useRuleText(): (code: string) => string {
  const texts = useRules()
  return (code) => sentence(texts, code)
}

function sentence(texts: { readonly OTHER: string }, code: string): string {
  return (texts as Readonly<Record<string, string>>)[code] ?? texts.OTHER
}
