import { defineTexts } from '../lib/texts.ts'
import { minutes } from './ja/minutes.ts'

export const useMinutesText = defineTexts(minutes, async () => (await import('./en/minutes.ts')).minutes)
