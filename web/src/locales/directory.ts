import { defineTexts } from '../lib/texts.ts'
import { directory } from './ja/directory.ts'

export const useDirectoryText = defineTexts(
  directory,
  async () => (await import('./en/directory.ts')).directory,
)
