import { defineTexts } from '../lib/texts.ts'
import { outputs } from './ja/outputs.ts'

export const useOutputsText = defineTexts(outputs, async () => (await import('./en/outputs.ts')).outputs)
