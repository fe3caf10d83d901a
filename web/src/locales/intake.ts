import { defineTexts } from '../lib/texts.ts'
import { intake } from './ja/intake.ts'

export const useIntakeText = defineTexts(intake, async () => (await import('./en/intake.ts')).intake)
