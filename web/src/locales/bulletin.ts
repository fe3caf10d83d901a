import { defineTexts } from '../lib/texts.ts'
import { bulletin } from './ja/bulletin.ts'

export const useBulletinText = defineTexts(bulletin, async () => (await import('./en/bulletin.ts')).bulletin)
