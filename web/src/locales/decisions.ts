import { defineTexts } from '../lib/texts.ts'
import { decisions } from './ja/decisions.ts'

export const useDecisionsText = defineTexts(
  decisions,
  async () => (await import('./en/decisions.ts')).decisions,
)
