import { defineTexts } from '../lib/texts.ts'
import { history } from './ja/history.ts'

export const useHistoryText = defineTexts(history, async () => (await import('./en/history.ts')).history)
