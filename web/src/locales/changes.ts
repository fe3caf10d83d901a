import { defineTexts } from '../lib/texts.ts'
import { changes } from './ja/changes.ts'

export const useChangesText = defineTexts(changes, async () => (await import('./en/changes.ts')).changes)
