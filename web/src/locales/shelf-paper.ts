import { defineTexts } from '../lib/texts.ts'
import { shelfPaper } from './ja/shelf-paper.ts'

export const useShelfPaperText = defineTexts(
  shelfPaper,
  async () => (await import('./en/shelf-paper.ts')).shelfPaper,
)
