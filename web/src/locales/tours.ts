import { defineTexts } from '../lib/texts.ts'
import { tours } from './ja/tours.ts'

export const useToursText = defineTexts(tours, async () => (await import('./en/tours.ts')).tours)
