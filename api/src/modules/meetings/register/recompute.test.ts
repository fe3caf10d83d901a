import { describe, expect, it } from 'vitest'
import { organRule, resolutionRule, verdictOf, voluntaryRulebook } from '../../rulebooks/public.ts'
import type { KeptVote, KeptVoter } from '../rules/kept-vote.ts'
import { recompute, type Judged } from './recompute.ts'

const voters = ['FOR', 'FOR', 'FOR', 'AGAINST', null].map((choice, n): KeptVoter => ({
  id: `v${n}`,
  name: `見本${n}会`,
  corporationId: null,
  position: n + 1,
  votes: 1,
  standing: choice === null ? 'ABSENT' : 'ON_SITE',
  proxyHolderId: null,
  conflicted: false,
  suspended: false,
  choice: choice as KeptVoter['choice'],
  reason: null,
  channel: choice === null ? null : 'ROOM',
  exclusionReason: null,
}))
const vote: KeptVote = {
  form: 'ASSEMBLY',
  voters,
  chairId: 'v0',
  chairDecision: null,
  auditorObjected: false,
}

function judged(): Judged {
  const organ = organRule(voluntaryRulebook, 'GENERAL_MEETING')
  const resolution = organ && resolutionRule(organ, 'ORDINARY')
  if (!organ || !resolution) throw new Error('no rule')
  const verdict = JSON.parse(JSON.stringify(verdictOf(organ, resolution, vote))) as Judged['verdict']
  return {
    organ: 'GENERAL_MEETING',
    resolutionKind: 'ORDINARY',
    outcome: 'CARRIED',
    vote,
    verdict,
    rules: voluntaryRulebook,
  }
}

describe('a decision that is computed again', () => {
  it('agrees when nothing was touched', () => {
    expect(recompute(judged())).toMatchObject({ agrees: true, differs: [] })
  })

  it.each<[string, (decision: Judged) => Judged, string[]]>([
    [
      'a ballot was turned',
      (one) => ({
        ...one,
        vote: { ...vote, voters: voters.map((line) => ({ ...line, choice: 'AGAINST' as const })) },
      }),
      ['outcome', 'for', 'against', 'majority'],
    ],
    ['the outcome in the register is another', (one) => ({ ...one, outcome: 'REJECTED' }), ['outcome']],
    [
      'a figure of the verdict was touched',
      (one) => ({ ...one, verdict: { ...one.verdict, for: { voters: 4, votes: 4 } } }),
      ['for'],
    ],
    [
      'a threshold of the rulebook was touched',
      (one) => ({
        ...one,
        rules: {
          ...voluntaryRulebook,
          organs: voluntaryRulebook.organs.map((organ) => ({ ...organ, quorum: [] })),
        },
      }),
      ['quorum'],
    ],
    ['nothing is left of the ballots', (one) => ({ ...one, vote: {} as KeptVote }), ['vote']],
    ['nothing is left of the rules', (one) => ({ ...one, rules: {} as Judged['rules'] }), ['vote']],
    ['the rulebook knows no such resolution', (one) => ({ ...one, resolutionKind: 'NONE' }), ['rule']],
  ])('does not agree when %s', (_title, change, differs) => {
    const again = recompute(change(judged()))
    expect(again.agrees).toBe(false)
    expect(again.differs.toSorted()).toEqual(differs.toSorted())
  })

  it('needs everybody where it was decided without a meeting', () => {
    const all = voters.map((line) => ({ ...line, choice: 'FOR' as const, standing: 'WRITTEN' as const }))
    const base = judged()
    const rules = {
      ...voluntaryRulebook,
      organs: voluntaryRulebook.organs.map((organ) => ({
        ...organ,
        omission: { auditorMayObject: true, clause: '第96条' },
      })),
    }
    const asked = { ...base, rules, vote: { ...vote, form: 'OMISSION' as const, voters: all } }
    expect(recompute(asked).verdict?.outcome).toBe('CARRIED')
    expect(recompute({ ...asked, vote: { ...asked.vote, auditorObjected: true } }).verdict?.outcome).toBe(
      'REJECTED',
    )
    expect(recompute({ ...asked, rules: voluntaryRulebook }).verdict).toBeNull()
  })
})
