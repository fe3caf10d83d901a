import { defineTexts } from '../lib/texts.ts'
import { about } from './ja/about.ts'

export const useAboutText = defineTexts(about, async () => (await import('./en/about.ts')).about)
