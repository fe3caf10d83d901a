import { lateTexts, useLateTexts } from '../lib/late-texts.ts'

const reasons = lateTexts({
  ja: async () => (await import('./ja/reasons.ts')).reasons,
  en: async () => (await import('./en/reasons.ts')).reasons,
})

/** Says a policy's reason code in words; nothing in the moment before the words have come. */
export function useReasonText(): (code: string) => string {
  const texts = useLateTexts(reasons)
  return (code) => (texts ? sentence(texts, code) : '')
}

/** The sentence of a code, or the one for codes without. */
export function sentence(texts: { readonly OTHER: string }, code: string): string {
  return (texts as Readonly<Record<string, string>>)[code] ?? texts.OTHER
}
