import type { ItemState } from './agenda.ts'
import type { RollLine } from './standing.ts'
import { standingOf } from './standing.ts'

type Form = 'ASSEMBLY' | 'WRITTEN' | 'OMISSION'

/** What a ballot is cast in. */
export interface Poll {
  readonly form: Form
  readonly state: ItemState
  readonly kind: 'RESOLUTION' | 'REPORT'
  /** Until when ballots are taken once the vote is open; null = until it is closed. */
  readonly votingUntil: Date | null
  /** Until when votes in writing are taken. */
  readonly answerBy: Date
  readonly meetingOver: boolean
}

/** Why a ballot cannot be taken; null = it can. */
export type BallotRefusal =
  | 'NOTHING_TO_VOTE_ON'
  | 'VOTE_IS_CLOSED'
  | 'VOTE_NOT_OPEN_YET'
  | 'WRITTEN_VOTES_ARE_CLOSED'
  | 'VOTER_IS_SUSPENDED'
  | 'VOTER_HAS_NO_VOTE'
  | 'VOTER_IS_EXCLUDED'
  | 'VOTER_IS_NOT_THERE'

/** Whether a voter's ballot on an item is taken at a moment. */
export function refusalOfBallot(
  poll: Poll,
  voter: RollLine,
  excluded: boolean,
  now: Date,
): BallotRefusal | null {
  if (poll.kind === 'REPORT') return 'NOTHING_TO_VOTE_ON'
  if (voter.votes === 0) return 'VOTER_HAS_NO_VOTE'
  if (voter.suspended) return 'VOTER_IS_SUSPENDED'
  if (excluded) return 'VOTER_IS_EXCLUDED'
  if (poll.meetingOver) return 'VOTE_IS_CLOSED'
  const standing = standingOf(voter, poll.form)
  switch (poll.state) {
    case 'VOTING':
      if (poll.votingUntil !== null && now >= poll.votingUntil) return 'VOTE_IS_CLOSED'
      if (standing === 'LEFT' || standing === 'ABSENT') return 'VOTER_IS_NOT_THERE'
      if (standing === 'WRITTEN' && now >= poll.answerBy) return 'WRITTEN_VOTES_ARE_CLOSED'
      return null
    case 'UPCOMING':
    case 'OPEN':
      // A vote in writing is sent in before the meeting; everybody else waits until the vote is opened.
      if (standing !== 'WRITTEN') return 'VOTE_NOT_OPEN_YET'
      return now < poll.answerBy ? null : 'WRITTEN_VOTES_ARE_CLOSED'
    case 'DECIDED':
    case 'REPORTED':
    case 'WITHDRAWN':
    case 'CARRIED_OVER':
      return 'VOTE_IS_CLOSED'
  }
}
