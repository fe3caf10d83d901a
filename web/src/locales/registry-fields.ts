import { defineTexts } from '../lib/texts.ts'
import { registryFields } from './ja/registry-fields.ts'

export const useRegistryFieldsText = defineTexts(
  registryFields,
  async () => (await import('./en/registry-fields.ts')).registryFields,
)
