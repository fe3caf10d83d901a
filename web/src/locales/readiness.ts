import { defineTexts } from '../lib/texts.ts'
import { readiness } from './ja/readiness.ts'

export const useReadinessText = defineTexts(
  readiness,
  async () => (await import('./en/readiness.ts')).readiness,
)
