import type { Translated } from '../../lib/texts.ts'
import type { reasons as japanese } from '../ja/reasons.ts'

export const reasons: Translated<typeof japanese> = {
  OTHER: 'You cannot do this as whom you act now.',
  CHOOSE_ACTING: 'Choose whom you act for to do this.',
  SECOND_FACTOR_REQUIRED: 'Pass the second factor to do this.',
}
