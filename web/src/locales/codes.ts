import { defineTexts } from '../lib/texts.ts'
import { reasons } from './ja/reasons.ts'

const useReasons = defineTexts(reasons, async () => (await import('./en/reasons.ts')).reasons)

/** Says a policy's reason code in words. */
export function useReasonText(): (code: string) => string {
  const texts = useReasons()
  return (code) => sentence(texts, code)
}

/** The sentence of a code, or the one for codes without. */
export function sentence(texts: { readonly OTHER: string }, code: string): string {
  return (texts as Readonly<Record<string, string>>)[code] ?? texts.OTHER
}
