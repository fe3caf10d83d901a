import { defineTexts } from '../lib/texts.ts'
import { retention } from './ja/retention.ts'

export const useRetentionText = defineTexts(
  retention,
  async () => (await import('./en/retention.ts')).retention,
)
