import { defineTexts } from '../lib/texts.ts'
import { facilityEdit } from './ja/facility-edit.ts'

export const useFacilityEditText = defineTexts(
  facilityEdit,
  async () => (await import('./en/facility-edit.ts')).facilityEdit,
)
