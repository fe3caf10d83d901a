import { defineTexts } from '../lib/texts.ts'
import { corporation } from './ja/corporation.ts'

export const useCorporationText = defineTexts(
  corporation,
  async () => (await import('./en/corporation.ts')).corporation,
)
