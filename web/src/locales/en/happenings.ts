import type { Translated } from '../../lib/texts.ts'
import type { happenings as japanese } from '../ja/happenings.ts'

export const happenings: Translated<typeof japanese> = {
  OTHER: 'Something happened.',
}
