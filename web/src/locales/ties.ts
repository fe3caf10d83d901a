import { defineTexts } from '../lib/texts.ts'
import { ties } from './ja/ties.ts'

export const useTiesText = defineTexts(ties, async () => (await import('./en/ties.ts')).ties)
