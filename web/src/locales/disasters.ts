import { defineTexts } from '../lib/texts.ts'
import { disasters } from './ja/disasters.ts'

export const useDisastersText = defineTexts(
  disasters,
  async () => (await import('./en/disasters.ts')).disasters,
)
