import type { Translated } from '../../lib/texts.ts'
import type { network as japanese } from '../ja/network.ts'

export const network: Translated<typeof japanese> = {
  title: 'Network',
  phoneTree: 'Phone tree for the night',
  kinds: {
    COUNCIL_LED: 'Network led by a council of social welfare',
    CORPORATION_LED: 'Network led by a large corporation',
    COLLABORATION_PROMOTION_CORPORATION: 'Collaboration promotion corporation',
    OTHER: 'Network',
  },
  none: 'There is no network you can see.',
  noneBody: 'Act as a member, the secretariat or a municipal liaison to see one.',
  choose: 'Choose a network',
  cut: 'Corporations with more than 30 facilities are counted by their first 30.',
  more: (count) => `See ${count} more facilities`,
  figures: {
    members: 'Members',
    facilities: 'Facilities',
    stale: 'Not confirmed for over a year',
    unconfirmed: 'Never confirmed',
  },
  units: { corporations: ' corporations', facilities: ' facilities' },
  ofFacilities: (count) => `of ${count} facilities`,
  freshness: 'How recent the facts are',
  freshnessCaption: 'How recent the facts of the facilities are',
  freshnessColumns: { since: 'Last checked', count: 'Facilities', share: 'Share', bar: 'Share as a bar' },
  buckets: {
    quarter: 'Within 3 months',
    year: '3 months to a year',
    older: 'More than a year',
    never: 'Never confirmed',
  },
  total: 'Total',
  toAsk: 'Facilities to be asked',
  toAskCaption: 'Facilities not confirmed for over a year, or never',
  toAskNone: 'Every facility was confirmed within a year.',
  toAskColumns: { facility: 'Facility', corporation: 'Corporation', asOf: 'As of', phone: 'Telephone' },
  members: (count) => `Members (${count})`,
  membersCaption: 'Members and their facilities',
  memberColumns: {
    corporation: 'Corporation',
    facilities: 'Facilities and how recent',
    since: 'Member since',
  },
  secretariat: 'Telephone of the secretariat',
}
