import type { Translated } from '../../lib/texts.ts'
import type { rules as japanese } from '../ja/rules.ts'

export const rules: Translated<typeof japanese> = {
  OTHER: 'A rule does not allow this.',
  IDEMPOTENCY_KEY_REUSED: 'This was already sent as something else. Load the page again.',
}
