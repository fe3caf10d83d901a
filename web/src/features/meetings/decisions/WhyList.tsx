import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import type { DecisionOutcome, WhyList_ProofFragment } from '../../../generated/graphql.ts'
import { useDecisionsText } from '../../../locales/decisions.ts'
import { Icon, type IconName } from '../../../ui/Icon/Icon.tsx'
import { Section } from '../../../ui/Page/Page.tsx'

const WhyList_proof = graphql(`
  fragment WhyList_proof on DecisionProof {
    weighted
    roll {
      voters
    }
    entitled {
      voters
    }
    abstaining {
      voters
    }
    proxies
    written
    excludedCount
    suspendedCount
    chairDecision
    steps {
      code
      state
      clauses
      measures {
        unit
        base
        numerator
        denominator
        reach
        total
        needed
        have
        spare
        met
      }
    }
    margins {
      kind
      unit
      count
      from
      to
    }
    ballots {
      position
      name
      part
    }
  }
`)

type Proof = WhyList_ProofFragment
type Step = Proof['steps'][number]

/** Where everybody has one vote, heads and votes are the same, and heads are what people count. */
const unitTold = (unit: 'VOTERS' | 'VOTES', { weighted }: Proof) => (weighted ? unit : 'VOTERS')

interface WhyListProps {
  outcome: DecisionOutcome
  proof: FragmentType<typeof WhyList_proof>
}

/** Why a decision came about: four steps, each with its figures and clauses, and how little would have changed it. */
export function WhyList({ outcome, proof: given }: WhyListProps) {
  const text = useDecisionsText()
  const proof = readFragment(WhyList_proof, given)
  return (
    <Section title={text.why[outcome]}>
      {proof.steps.length === 0 && <p>{text.noSteps}</p>}
      <ol className="yui-why">
        {proof.steps.map((step) => (
          <li key={step.code}>
            <div>
              <StepLines step={step} proof={proof} />
              <p className="prose-note">{step.clauses.join('・')}</p>
            </div>
            <StepState state={step.state} />
          </li>
        ))}
      </ol>
      {proof.margins.length > 0 && (
        <p className="yui-margins">
          {proof.margins
            .map(({ kind, unit, count, from, to }) =>
              text.margins[kind](count, unitTold(unit, proof), from, to),
            )
            .join('')}
        </p>
      )}
    </Section>
  )
}

function StepLines({ step: { code, state, measures }, proof }: { step: Step; proof: Proof }) {
  const text = useDecisionsText()
  const { proxies, written, abstaining } = proof
  const told = measures.map((measure) => ({ ...measure, unit: unitTold(measure.unit, proof) }))
  switch (code) {
    case 'ENTITLED':
      return (
        <>
          <p className="yui-why__what">{text.entitled(proof.entitled.voters)}</p>
          <p className="prose-note">
            {text.entitledNote(
              proof.roll.voters,
              proof.excludedCount,
              proof.ballots
                .filter(({ part }) => part === 'EXCLUDED')
                .map(({ name }) => text.shortName(name))
                .join('、'),
              proof.suspendedCount,
            )}
          </p>
        </>
      )
    case 'QUORUM':
      if (measures.length === 0) return <p className="yui-why__what">{text.quorumNone}</p>
      return told.map((measure) => (
        <Measured
          key={`${measure.unit} ${measure.base}`}
          what={text.quorum(measure)}
          note={text.quorumNote(measure, proxies, written)}
        />
      ))
    case 'MAJORITY':
      return told.map((measure) => (
        <Measured
          key={`${measure.unit} ${measure.base}`}
          what={text.majority(measure)}
          note={text.majorityNote(measure, abstaining.voters)}
        />
      ))
    case 'TIE':
      return <p className="yui-why__what">{tieWords(state)}</p>
  }

  function tieWords(of: Step['state']): string {
    if (of === 'OPEN') return text.tie.OPEN
    if (of !== 'USED') return text.tie.NOT_USED
    return text.tie.USED[proof.chairDecision === 'AGAINST' ? 'AGAINST' : 'FOR']
  }
}

function Measured({ what, note }: { what: string; note: string }) {
  return (
    <>
      <p className="yui-why__what">{what}</p>
      <p className="prose-note">{note}</p>
    </>
  )
}

const ICONS: Partial<Record<Step['state'], IconName>> = {
  CHECKED: 'check',
  MET: 'check',
  USED: 'check',
  NOT_MET: 'close',
}

function StepState({ state }: { state: Step['state'] }) {
  const text = useDecisionsText()
  return (
    <span className="yui-why__state" data-quiet={state === 'NOT_USED' || state === 'NOT_ASKED' || undefined}>
      <Icon name={ICONS[state] ?? 'minus'} size="small" />
      {text.states[state]}
    </span>
  )
}
