import type { Standing, Vote, Voter } from '../../rulebooks/public.ts'

type Form = 'ASSEMBLY' | 'WRITTEN' | 'OMISSION'
type Answer = 'ON_SITE' | 'ONLINE' | 'PROXY' | 'WRITTEN' | 'ABSENT'
type Presence = 'ON_SITE' | 'ONLINE' | 'LEFT'

/** One line of the roll as far as taking part is concerned. */
export interface RollLine {
  readonly id: string
  readonly votes: number
  readonly suspended: boolean
  readonly answer: Answer | null
  readonly proxyHolderId: string | null
  readonly presence: Presence | null
}

/**
 * How a voter takes part. Whoever is there in person is there in person, whatever it answered before: a proxy or a vote in
 * writing is only for those who did not come.
 */
export function standingOf(
  { answer, presence }: Pick<RollLine, 'answer' | 'presence'>,
  form: Form,
): Standing {
  if (form !== 'ASSEMBLY') return 'WRITTEN'
  if (presence !== null) return presence
  if (answer === 'PROXY' || answer === 'WRITTEN') return answer
  return 'ABSENT'
}

/** What stands about one item besides the roll. */
export interface ItemFacts {
  /** Voters whose exclusion was accepted. */
  readonly excludedIds: ReadonlySet<string>
  readonly choices: ReadonlyMap<string, Voter['choice']>
  readonly chairDecision: Vote['chairDecision']
}

/** The vote on one item as it stands now, ready for the verdict. */
export const voteOn = (
  form: Form,
  roll: readonly RollLine[],
  chairId: string | null,
  { excludedIds, choices, chairDecision }: ItemFacts,
): Vote => ({
  voters: roll.map((line) => ({
    id: line.id,
    votes: line.votes,
    standing: standingOf(line, form),
    proxyHolderId: standingOf(line, form) === 'PROXY' ? line.proxyHolderId : null,
    conflicted: excludedIds.has(line.id),
    suspended: line.suspended,
    choice: choices.get(line.id) ?? null,
  })),
  chairId,
  chairDecision,
})

/** The same roll as it would be if everybody who answered that it comes were there: for the quorum before the opening. */
export const asAnswered = (roll: readonly RollLine[]): readonly RollLine[] =>
  roll.map((line) =>
    line.presence === null && (line.answer === 'ON_SITE' || line.answer === 'ONLINE')
      ? { ...line, presence: line.answer }
      : line,
  )
