import { defineTexts } from '../lib/texts.ts'
import { mutualaid } from './ja/mutualaid.ts'

export const useMutualaidText = defineTexts(
  mutualaid,
  async () => (await import('./en/mutualaid.ts')).mutualaid,
)
