import { builder } from '../../../kernel/graphql/builder.ts'
import { enumeration } from '../../../kernel/read/enumeration.ts'

enumeration('MeetingState', {
  description: 'How far a meeting is.',
  values: {
    DRAFT: 'In preparation; seen by the officers alone.',
    NOTICED: 'The notice is out.',
    OPEN: 'It is on; in writing: votes are taken.',
    CLOSED: 'It is over.',
    CANCELLED: 'It was called off.',
  },
})
enumeration('AgendaState', {
  description: 'How far an item of the agenda is.',
  values: {
    UPCOMING: 'Not yet brought up.',
    OPEN: 'Under discussion.',
    VOTING: 'Votes are taken.',
    DECIDED: 'A decision stands in the register.',
    REPORTED: 'The report was given.',
    WITHDRAWN: 'Taken off the agenda.',
    CARRIED_OVER: 'Goes on in another meeting.',
  },
})

export const VoterStanding = builder.enumType('VoterStanding', {
  description: 'How a voter takes part right now.',
  values: {
    ON_SITE: { description: 'In the room.' },
    ONLINE: { description: 'Taking part online.' },
    PROXY: { description: '委任状: somebody else votes for it.' },
    WRITTEN: { description: '書面表決, or a vote in writing.' },
    LEFT: { description: 'It has left.' },
    ABSENT: { description: 'It is not there.' },
  },
})

const named = (description: string, values: Readonly<Record<string, string>>) =>
  [
    description,
    Object.fromEntries(Object.entries(values).map(([key, text]) => [key, { description: text }])),
  ] as const
const enumType = (name: string, [description, values]: ReturnType<typeof named>) =>
  builder.enumType(name, { description, values })

export const ThresholdUnit = enumType(
  'ThresholdUnit',
  named('What a threshold counts.', { VOTERS: 'Heads, one per voter.', VOTES: 'The votes they carry.' }),
)
export const ThresholdBase = enumType(
  'ThresholdBase',
  named('Of what a threshold takes its share.', {
    ALL: 'Of all who are entitled to decide the item.',
    PRESENT: 'Of those who take part.',
    CAST: 'Of the votes for and against alone.',
  }),
)
export const ThresholdReach = enumType(
  'ThresholdReach',
  named('How a share is reached.', { MORE_THAN: 'By more than it.', AT_LEAST: 'By just as much.' }),
)
export const SettledOutcome = enumType(
  'SettledOutcome',
  named('What a vote will come to, whatever is still missing.', {
    CARRIED: '可決: it is carried.',
    FAILED: '否決, or no quorum.',
  }),
)
export const RoomOutcome = enumType(
  'RoomOutcome',
  named('What a vote came to.', {
    CARRIED: '可決: the motion was carried.',
    REJECTED: '否決: the motion failed.',
    NO_QUORUM: 'No quorum for the item: 不成立.',
  }),
)
