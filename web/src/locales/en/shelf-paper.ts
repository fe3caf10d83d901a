import type { shelfPaper as japanese } from '../ja/shelf-paper.ts'
import type { Translated } from '../../lib/texts.ts'

export const shelfPaper: Translated<typeof japanese> = {
  label: 'Paper that shows it (from the shelf)',
  support: 'Only papers that members can open.',
  none: 'None',
  search: 'Find a paper by its title',
  searchSupport: (total) => `${total} papers are on the shelf; the newest 100 can be chosen.`,
  empty: 'There is no paper on the shelf to choose.',
}
