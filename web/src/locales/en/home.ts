import type { Translated } from '../../lib/texts.ts'
import type { home as japanese } from '../ja/home.ts'

export const home: Translated<typeof japanese> = {
  title: 'To do',
  lead: (day) => `${day}. `,
  total: (count) => (count === 1 ? '1 thing' : `${count} things`),
  totalLate: (late) => `, of which ${late} late.`,
  full: '.',
  groups: {
    late: 'Late',
    thisWeek: 'This week',
    later: 'Next week and later',
    undated: 'Without a deadline',
  },
  count: (count) => `${count}`,
  untilSunday: (sunday, count) => `until ${sunday} · ${count}`,
  nothing: 'Nothing to do right now.',
  nothingBody: 'New requests will appear here.',
  whenFree: 'When you have a moment',
  readTour: 'Read how to use Yui',
  findFacility: 'Find corporations and facilities',
  drafts: 'Drafts',
  savedAt: (moment) => `saved ${moment}`,
  draftsAll: 'Kept on this device.',
}
