import { defineTexts } from '../lib/texts.ts'
import { help } from './ja/help.ts'

export const useHelpText = defineTexts(help, async () => (await import('./en/help.ts')).help)
