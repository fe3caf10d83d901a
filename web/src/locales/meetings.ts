import { defineTexts } from '../lib/texts.ts'
import { meetings } from './ja/meetings.ts'

export const useMeetingsText = defineTexts(meetings, async () => (await import('./en/meetings.ts')).meetings)
