import { defineTexts } from '../lib/texts.ts'
import { home } from './ja/home.ts'

export const useHomeText = defineTexts(home, async () => (await import('./en/home.ts')).home)
