import type { Translated } from '../../lib/texts.ts'
import type { help as japanese } from '../ja/help.ts'

export const help: Translated<typeof japanese> = {
  title: 'How to use',
  lead: 'What Yui does, and whom to ask.',
}
