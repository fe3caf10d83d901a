import type { Translated } from '../../lib/texts.ts'
import type { meetingSeries as japanese } from '../ja/meeting-series.ts'

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const REPEATS = { WEEKDAY: 'The same weekday of the same week', DAY: 'The same day of the month' } as const
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth'] as const

export const meetingSeries: Translated<typeof japanese> = {
  series: {
    heading: 'Series of meetings',
    caption: 'Series of meetings',
    columns: { title: 'Name', organ: 'Which organ', rhythm: 'How often', next: 'Next meeting' },
    every: (months) =>
      months === 1 ? 'Every month' : months === 12 ? 'Every year' : `Every ${months} months`,
    noNext: 'None prepared',
    over: (day) => `Ended on ${day}`,
    begin: 'Set up a series',
    newTitle: 'Set up a series of meetings',
    newLead:
      'Name the meetings that come again, such as those of a committee or the board, and what is usually on their agenda. Their dates come on the next page.',
    title: 'Name of the series',
    titleSupport: 'E.g. Training committee. The names of its meetings begin with it.',
    everyMonths: 'Every how many months',
    everyMonthsSupport: '1 for every month, 3 for every three months.',
    everyMonthsWrong: 'Please enter a number from 1 to 60.',
    agenda: 'Usual agenda',
    agendaSupport: 'The agenda of a new meeting begins with these items. Each meeting can change them.',
    endedOn: 'Ended on',
    endedOnSupport: 'When it no longer meets. Meetings that were prepared stay.',
    save: 'Set up the series',
    saveStatement: ': it is set up. Nobody is told yet.',
    edit: 'Edit name, rhythm and usual agenda',
    saveEdit: 'Save the series',
    editStatement: ': it is saved. Meetings that were prepared do not change.',
    saved: 'The series was saved.',
    made: 'The series was set up.',
    draftOf: (title) => `Series “${title}”`,
    facts: { organ: 'Which organ', committee: 'Committee', rhythm: 'How often', agenda: 'Usual agenda' },
    noAgenda: 'None',
    meetings: 'Meetings of this series',
    noMeetings: 'There are no meetings yet.',
    backlog: 'What waits for the next meeting',
    backlogLead:
      'Items that an earlier meeting put off. They come onto the agenda of the meeting that is prepared next.',
    next: 'Prepare the next meetings',
    nextLead:
      'Enter the first day and how many; the dates are listed. Each meeting can be edited on its own.',
    repeat: 'On which day',
    repeats: REPEATS,
    repeatSupport: {
      WEEKDAY: 'E.g. the second Wednesday of every month',
      DAY: 'E.g. the 10th of every month',
    },
    first: 'First day',
    count: 'How many',
    countSupport: 'At most 24.',
    countWrong: 'Please enter a number from 1 to 24.',
    answerDays: 'Answers until',
    answerDaysSupport: 'Proxies and votes in writing are taken until 17:00 so many days before the meeting.',
    daysBefore: (days) => `${days} days before, 17:00`,
    dates: 'Meetings to be prepared',
    noDates: 'Once the first day, the time and the number are there, the dates are listed here.',
    weekdayOf: (nth, weekday) => `${ORDINALS[nth] ?? nth} ${WEEKDAYS[weekday] ?? ''}`,
    titleOf: (series, year, month) => `${series} (${year}-${String(month).padStart(2, '0')})`,
    submit: (count) => `Prepare ${count} meetings`,
    submitNone: 'Prepare the meetings',
    statement: ': they are prepared. Members do not see them until their notice is sent.',
    done: (count) => `${count} meetings were prepared.`,
    noneSuch: 'This series cannot be shown.',
    isOver: 'This series has ended. To go on, empty “Ended on” and save.',
    toAll: 'To the list of meetings',
  },
}
