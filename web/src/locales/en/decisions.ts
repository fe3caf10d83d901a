import type { Translated } from '../../lib/texts.ts'
import type { decisions as japanese } from '../ja/decisions.ts'

interface Measure {
  readonly unit: string
  readonly base: string
  readonly numerator: number
  readonly denominator: number
  readonly reach: string
  readonly total: number
  readonly needed: number
  readonly have: number
  readonly spare: number
}

const unit = (of: string) => (of === 'VOTES' ? 'votes' : 'members')
const share = ({ numerator, denominator, reach }: Measure): string =>
  numerator === denominator
    ? 'all'
    : `${reach === 'MORE_THAN' ? 'more than' : 'at least'} ${numerator}/${denominator}`
const spareOf = ({ spare }: Measure): string =>
  spare >= 0 ? `${spare} to spare` : `${String(spare).replace('-', '')} missing`

export const decisions: Translated<typeof japanese> = {
  title: 'Register of decisions',
  open: 'Register of decisions',
  lead: 'What meetings have decided, under its number. Nothing here can be changed or deleted later.',
  caption: 'Decisions, latest first',
  columns: { number: 'Number and day', title: 'Motion', outcome: 'Outcome', tasks: 'Follow-up' },
  search: 'Narrow by words',
  year: 'Fiscal year',
  organ: 'Meeting',
  outcome: 'Outcome',
  all: 'All',
  narrow: 'Narrow',
  fiscalYear: (year) => `Fiscal ${year}`,
  organs: {
    GENERAL_MEETING: 'General meeting',
    BOARD: 'Board',
    EVALUATION_COUNCIL: 'Evaluation council',
    COMMITTEE: 'Committee',
  },
  outcomes: { CARRIED: 'Carried', REJECTED: 'Rejected', NO_QUORUM: 'No quorum' },
  holding: 'Still in force',
  none: 'No such decision.',
  noneBody: 'Decisions appear here when the vote on an item is closed. Try without conditions.',
  pages: 'Pages of the register',
  previous: 'Later decisions',
  next: 'Earlier decisions',
  position: (shown, total) => `${shown} of ${total}`,
  openTasks: (count) => `${count} open`,
  noTasks: 'None',
  supersededShort: 'Replaced',
  missing: 'This decision cannot be shown.',
  missingBody: 'Act for a member or the secretariat of the network to see it.',
  number: 'Decision',
  itemNumber: (number) => `Motion ${number}`,
  why: {
    CARRIED: 'Why this was carried',
    REJECTED: 'Why this was rejected',
    NO_QUORUM: 'Why this could not be decided',
  },
  states: {
    CHECKED: 'Counted',
    MET: 'Reached',
    NOT_MET: 'Not reached',
    NOT_ASKED: 'No rule',
    NOT_USED: 'Not used',
    USED: 'Casting vote',
    OPEN: 'Not settled',
  },
  entitled: (count) => `${count} members could decide`,
  entitledNote: (roll, excluded, names, suspended) =>
    [
      `${roll} members`,
      excluded > 0 ? `− ${excluded} excluded (${names})` : '',
      suspended > 0 ? `− ${suspended} suspended` : '',
    ]
      .filter((part) => part !== '')
      .join(' ') + (excluded + suspended === 0 ? ', all of them; nobody was excluded' : ''),
  quorum: (measure) =>
    `${measure.have} ${unit(measure.unit)} present, ${measure.needed} needed (${spareOf(measure)})`,
  quorumNote: (measure, proxies, written) => {
    const counted = [proxies > 0 ? `${proxies} by proxy` : '', written > 0 ? `${written} in writing` : '']
      .filter((part) => part !== '')
      .join(' and ')
    return `${share(measure)} of ${measure.total} ${unit(measure.unit)}.${counted === '' ? '' : ` ${counted} counted as present`}`
  },
  quorumNone: 'No quorum is asked for',
  majority: (measure) => `${measure.have} in favour, ${measure.needed} needed (${spareOf(measure)})`,
  majorityNote: (measure, abstaining) => {
    const base = { ALL: 'entitled', PRESENT: 'present', CAST: 'votes for and against' }[measure.base] ?? ''
    const counted =
      abstaining > 0 && measure.base !== 'CAST'
        ? ` ${abstaining} abstaining count in the base, not in favour`
        : ''
    return `${share(measure)} of ${measure.total} ${base}.${counted}`
  },
  tie: {
    NOT_USED: 'No tie, so the chair had nothing to settle',
    USED: {
      FOR: 'A tie that the chair settled in favour',
      AGAINST: 'A tie that the chair settled against it',
    },
    OPEN: 'A tie that the chair has not settled',
  },
  noSteps: 'The rules that were applied say nothing about this meeting.',
  margins: {
    FEWER_FOR: (count, _of, from, to) =>
      `With ${count} fewer in favour it would not have been carried (${from} → ${to}). `,
    FEWER_PRESENT: (count, of, from, to) =>
      `Had ${count} more ${unit(of)} left, there would have been no quorum (${from} → ${to}).`,
    MORE_FOR: (count, _of, from, to) =>
      `With ${count} more in favour it would have been carried (${from} → ${to}). `,
    MORE_PRESENT: (count, of, from, to) =>
      `With ${count} more ${unit(of)} present there would have been a quorum (${from} → ${to}).`,
  },
  tally: 'Votes',
  figures: { for: 'For', against: 'Against', abstaining: 'Abstaining', silent: 'No ballot', total: 'Total' },
  ofVotes: (votes) => `${votes} votes`,
  ballots: 'Ballots by name',
  ballotColumns: { name: 'Corporation', part: 'Presence', choice: 'Vote' },
  parts: {
    ON_SITE: 'On site',
    ONLINE: 'Online',
    PROXY: 'Proxy',
    WRITTEN: 'In writing',
    LEFT: 'Left',
    ABSENT: 'Absent',
    EXCLUDED: 'Excluded',
    SUSPENDED: 'Suspended',
  },
  choices: { FOR: 'For', AGAINST: 'Against', ABSTAIN: 'Abstains' },
  shortName: (name) => name.replace(/^社会福祉法人[\s\u3000]*/, ''),
  noChoice: 'No vote',
  votes: (count) => `${count} votes`,
  proxyTo: (holder) => ` (to ${holder})`,
  rule: 'Rules applied',
  rulebook: 'Rulebook',
  judgedBy: (number) => `Rulebook: version ${number}`,
  version: (name, number) => `${name}, version ${number}`,
  inForceSince: (day) => `in force since ${day}`,
  kind: 'Kind',
  effect: 'Effect',
  effectiveFrom: (day) => `from ${day}`,
  noEffect: 'None (not carried)',
  excluded: 'Excluded',
  excludedNone: 'Nobody',
  excludedBecause: (reason, moment) =>
    `${reason}${moment === '' ? '' : ` Accepted by the chair at ${moment}`}`,
  supersededBy: 'Replaced by',
  holds: 'Nothing (it holds)',
  doesNotHold: 'Nothing',
  replaces: 'Replaces',
  recomputed: 'Check',
  agrees: 'Agrees',
  disagrees: 'Does not agree',
  recomputedNote: 'computed again just now from ballots and rules',
  disagreesNote: 'The register and the computation differ. Please tell the secretariat.',
  laterVersion: (name, number, day) =>
    `${name}, version ${number}, adopted in the same meeting, is in force from ${day} and was not used here.`,
  supersede: 'Note what has replaced it',
  supersedeTitle: 'Note what has replaced it',
  supersedeBody: 'When a later decision has taken its place. This one stays in the register, too.',
  supersedeWhich: 'The decision in its place',
  superseded: 'Noted.',
  supersedeNone: 'The register holds no later decision that was carried.',
  tasks: 'Follow-up tasks',
  taskColumns: { task: 'Task and owner', due: 'Due' },
  tasksNone: 'No tasks.',
  secretariat: 'Secretariat',
  taskStates: { TO_DO: 'To do', IN_HAND: 'In hand', DONE: 'Done', DROPPED: 'Dropped' },
  addTask: 'Add a task',
  taskTitle: 'Task',
  taskTitleSupport: 'For example: exchange the contract',
  taskOwner: 'Owner',
  taskDue: 'Due day',
  taskAdd: 'Add',
  taskStatement: ' adds it to this decision. It appears on the owner’s home page.',
  taskAdded: 'Task added.',
  takeInHand: 'Begin',
  finish: 'Done',
  drop: 'Drop',
  reopen: 'Open again',
  ofTask: (verb, task) => `${verb}: ${task}`,
  taskChanged: (task, state) => `“${task}”: ${state}.`,
  dropTitle: (task) => `Drop “${task}”?`,
  dropReason: 'Reason',
  dropReasonSupport: 'Up to 200 characters; it stays on the page of the decision.',
  dropped: (reason) => `Reason: ${reason}`,
  close: 'Close',
  minutes: 'Open the minutes',
  csv: 'Save ballots and rules as CSV',
}
