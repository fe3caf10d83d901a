import { defineTexts } from '../lib/texts.ts'
import { organisation } from './ja/organisation.ts'

export const useOrganisationText = defineTexts(
  organisation,
  async () => (await import('./en/organisation.ts')).organisation,
)
