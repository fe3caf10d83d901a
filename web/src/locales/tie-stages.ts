import { defineTexts } from '../lib/texts.ts'
import { tieStages } from './ja/tie-stages.ts'

export const useTieStagesText = defineTexts(
  tieStages,
  async () => (await import('./en/tie-stages.ts')).tieStages,
)
