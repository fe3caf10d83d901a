import { defineTexts } from '../lib/texts.ts'
import { mistakes } from './ja/mistakes.ts'

export const useMistakesText = defineTexts(mistakes, async () => (await import('./en/mistakes.ts')).mistakes)
