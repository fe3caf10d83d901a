import { defineTexts } from '../lib/texts.ts'
import { papers } from './ja/papers.ts'

export const usePapersText = defineTexts(papers, async () => (await import('./en/papers.ts')).papers)
