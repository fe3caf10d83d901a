import { defineTexts } from '../lib/texts.ts'
import { rulebook } from './ja/rulebook.ts'

export const useRulebookText = defineTexts(rulebook, async () => (await import('./en/rulebook.ts')).rulebook)
