import { defineTexts } from '../lib/texts.ts'
import { mandates } from './ja/mandates.ts'

export const useMandatesText = defineTexts(mandates, async () => (await import('./en/mandates.ts')).mandates)
