import { defineTexts } from '../lib/texts.ts'
import { shelterLinks } from './ja/shelter-links.ts'

export const useShelterLinksText = defineTexts(
  shelterLinks,
  async () => (await import('./en/shelter-links.ts')).shelterLinks,
)
