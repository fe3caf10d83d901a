import { defineTexts } from '../lib/texts.ts'
import { dues } from './ja/dues.ts'

export const useDuesText = defineTexts(dues, async () => (await import('./en/dues.ts')).dues)
