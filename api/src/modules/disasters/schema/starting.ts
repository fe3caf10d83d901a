import { dayInJapan } from '../../../kernel/clock.ts'
import { keyOf } from '../../../kernel/read/key.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { callableAreas, type CallableArea } from '../queries/callable.ts'
import { proposedMinutes } from '../rules/minutes.ts'

const SCOPE = 'disasters:read'

type Proposal = ReturnType<typeof proposedMinutes>
const ProposedMinutes = value<Omit<Proposal, 'from'>>('ProposedMinutes', {
  description: 'What an event is opened with unless its opener says otherwise.',
  fields: {
    source: { type: 'String', description: 'Where the proposal comes from.' },
    firstReportMinutes: { type: 'Int', description: 'Minutes until the first report is due.' },
    reportEveryMinutes: { type: 'Int', description: 'Minutes from a report to the next.' },
    presumedSeriousMinutes: {
      type: 'Int',
      description: 'Minutes late after which serious damage is presumed.',
    },
    buddyMinutes: { type: 'Int', description: 'Minutes the neighbour has to find out.' },
    councilMinutes: { type: 'Int', description: 'Minutes the council has after that.' },
  },
})

query.custom('proposedMinutes', {
  access: 'signedIn',
  scope: SCOPE,
  description: 'The minutes proposed for an event that is opened today.',
  type: ProposedMinutes,
  resolve: (_args, { now }) => proposedMinutes(dayInJapan(now)),
})

const CallableAreaRef = value<CallableArea>('CallableArea', {
  description: 'A municipality in which a network has facilities to call.',
  fields: {
    code: { type: 'String', description: 'Code of 6 digits, as `openEvent` takes it.' },
    name: { type: 'String', description: 'The municipality.' },
    facilities: { type: 'Int', description: 'Facilities of members that would be called there.' },
  },
})

query.custom('callableAreas', {
  access: 'signedIn',
  scope: SCOPE,
  description:
    'Where facilities would be called if an event were opened today, by code; empty for who does not open events of the network.',
  type: [CallableAreaRef],
  args: (arg) => ({ platformId: arg.id({ required: true, description: 'Relay id of the Platform.' }) }),
  resolve: ({ platformId }, { sql, viewer }) => callableAreas(sql, viewer, keyOf('Platform', platformId)),
})
