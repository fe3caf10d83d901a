import type { SilenceRules } from './silence.ts'

/** What an event is opened with unless its opener says otherwise, by the day from which it is proposed. */
export interface ProposedMinutes extends SilenceRules {
  readonly from: string
  readonly source: string
}

/**
 * No law sets these minutes. They are the portal's own proposal until a network writes its own into the event:
 * a first report within the hour, the next every two hours, and half an hour each for the neighbour and the council.
 */
const PROPOSED_MINUTES: readonly ProposedMinutes[] = [
  {
    from: '2026-04-01',
    source: '結 Yui の提案（未確認）。法令の定めではありません。',
    firstReportMinutes: 60,
    reportEveryMinutes: 120,
    presumedSeriousMinutes: 60,
    buddyMinutes: 30,
    councilMinutes: 30,
  },
]

/** What is proposed on a day (`YYYY-MM-DD`). */
export function proposedMinutes(day: string): ProposedMinutes {
  const proposed = PROPOSED_MINUTES.findLast(({ from }) => from <= day) ?? PROPOSED_MINUTES[0]
  if (!proposed) throw new Error('Nothing is proposed.')
  return proposed
}
