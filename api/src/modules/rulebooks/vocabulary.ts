/** An enum of the rulebooks, as inputs and answers share it. */
interface Words {
  readonly name: string
  readonly description: string
  readonly values: Readonly<Record<string, string>>
}

const words = <const W extends Words>(given: W): W => given

export const unitWords = words({
  name: 'RuleUnit',
  description: 'What a share counts.',
  values: { VOTERS: 'Heads: one for each voter.', VOTES: 'The votes the voters carry.' },
})

export const baseWords = words({
  name: 'RuleBase',
  description: 'Of what a share is taken.',
  values: {
    ALL: 'Of all who are entitled to decide.',
    PRESENT: 'Of those who take part, in person, by proxy or in writing.',
    CAST: 'Of the votes for and against alone; who abstains is left out.',
  },
})

export const reachWords = words({
  name: 'RuleReach',
  description: 'How a share is reached.',
  values: { MORE_THAN: 'More than the share (過半数).', AT_LEAST: 'The share or more (3分の2以上).' },
})

export const organWords = words({
  name: 'OrganKind',
  description: 'The bodies of a network that decide.',
  values: {
    GENERAL_MEETING: '総会, 社員総会: all members.',
    BOARD: '役員会, 理事会: those in an office.',
    EVALUATION_COUNCIL: '社会福祉連携推進評議会 of a 社会福祉連携推進法人.',
    COMMITTEE: '部会, 委員会: some of the members.',
  },
})

export const votersWords = words({
  name: 'RuleVoters',
  description: 'Who votes in a body.',
  values: { MEMBERS: 'The member corporations.', OFFICERS: 'The people who hold an office.' },
})

export const exclusionWords = words({
  name: 'ConflictExclusion',
  description: 'From what a voter with a special interest (特別の利害関係) is left out.',
  values: {
    NOBODY: 'From nothing: it votes like any other.',
    FROM_MAJORITY: 'From the vote, but it counts towards the quorum.',
    FROM_QUORUM_AND_MAJORITY: 'From the vote and from the quorum.',
  },
})

export const chairWords = words({
  name: 'ChairVote',
  description: 'When the chair votes.',
  values: {
    ALWAYS: 'Like any other voter.',
    TIE_ONLY: 'Only to settle a tie; it counts towards the quorum.',
  },
})

export const openToWords = words({
  name: 'MemberClassOpenTo',
  description: 'Who can be a member of a kind.',
  values: {
    WELFARE_CORPORATIONS: '社会福祉法人 alone.',
    OTHERS: 'Bodies that are no 社会福祉法人.',
    ALL: '社会福祉法人 and other bodies alike.',
  },
})

export const weightingWords = words({
  name: 'VoteWeighting',
  description: 'How votes are spread over the members.',
  values: {
    EQUAL: 'Every member of a kind has the same.',
    WEIGHTED: 'A membership may carry a number of its own, with its reason.',
  },
})

export const sourceWords = words({
  name: 'RulebookSource',
  description: 'What a draft of a rulebook begins with.',
  values: {
    VOLUNTARY: 'The 会則 of a voluntary network as it is usually written.',
    PROMOTION_CORPORATION: 'What the statutes say of a 社会福祉連携推進法人.',
    LATEST: 'The latest version that the network has adopted.',
  },
})
