import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import type { BallotList_ProofFragment } from '../../../generated/graphql.ts'
import { useDecisionsText } from '../../../locales/decisions.ts'
import { Disclosure } from '../../../ui/Disclosure/Disclosure.tsx'
import { Section } from '../../../ui/Page/Page.tsx'
import { VoteMark, type VoteMarkName } from './VoteMark.tsx'

const BallotList_proof = graphql(`
  fragment BallotList_proof on DecisionProof {
    weighted
    takingPart {
      voters
      votes
    }
    inFavour {
      voters
      votes
    }
    against {
      voters
      votes
    }
    abstaining {
      voters
      votes
    }
    silent {
      voters
      votes
    }
    ballots {
      position
      name
      votes
      part
      proxyHolder
      choice
      reason
    }
  }
`)

type Ballot = BallotList_ProofFragment['ballots'][number]

const CHOICES: Readonly<Record<NonNullable<Ballot['choice']>, VoteMarkName>> = {
  FOR: 'circle',
  AGAINST: 'close',
  ABSTAIN: 'triangle',
}
const PARTS: Readonly<Record<Ballot['part'], VoteMarkName>> = {
  ON_SITE: 'dot',
  ONLINE: 'ring',
  PROXY: 'proxy',
  WRITTEN: 'sheet',
  LEFT: 'leave',
  ABSENT: 'minus',
  EXCLUDED: 'barred',
  SUSPENDED: 'barred',
}

/** The figures of a vote, and who voted how. */
export function BallotList({ proof: given }: { proof: FragmentType<typeof BallotList_proof> }) {
  const text = useDecisionsText()
  const { weighted, takingPart, inFavour, against, abstaining, silent, ballots } = readFragment(
    BallotList_proof,
    given,
  )
  const figures = [
    { label: text.figures.for, icon: 'circle', of: inFavour },
    { label: text.figures.against, icon: 'close', of: against },
    { label: text.figures.abstaining, icon: 'triangle', of: abstaining },
    ...(silent.voters > 0 ? [{ label: text.figures.silent, icon: 'minus', of: silent } as const] : []),
    { label: text.figures.total, icon: null, of: takingPart },
  ] as const
  return (
    <Section title={text.tally}>
      <dl className="yui-tally">
        {figures.map(({ label, icon, of }) => (
          <div key={label}>
            <dt>
              {icon && <VoteMark name={icon} />}
              {label}
            </dt>
            <dd>
              {of.voters}
              {weighted && <span className="yui-row-note">{text.ofVotes(of.votes)}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-4">
        <Disclosure summary={text.ballots} open>
          <ul className="yui-ballots">
            {ballots.map((ballot) => (
              <Line key={ballot.position} ballot={ballot} weighted={weighted} />
            ))}
          </ul>
        </Disclosure>
      </div>
    </Section>
  )
}

function Line({ ballot, weighted }: { ballot: Ballot; weighted: boolean }) {
  const text = useDecisionsText()
  const { position, name, part, choice, votes, proxyHolder, reason } = ballot
  const out = part === 'EXCLUDED' || part === 'SUSPENDED'
  return (
    <li data-out={out || undefined}>
      <span className="yui-ballots__place">{position}</span>
      <span>
        {text.shortName(name)}
        {weighted && <span className="yui-row-note">{text.votes(votes)}</span>}
        {proxyHolder && <span className="yui-row-note">{text.proxyTo(text.shortName(proxyHolder))}</span>}
        {reason && <span className="yui-row-note">{reason}</span>}
      </span>
      <span className="yui-ballots__part">
        <VoteMark name={PARTS[part]} />
        {text.parts[part]}
      </span>
      <span>
        {choice ? (
          <>
            <VoteMark name={CHOICES[choice]} />
            {text.choices[choice]}
          </>
        ) : (
          <>
            <span aria-hidden="true">—</span>
            <span className="sr-only">{text.noChoice}</span>
          </>
        )}
      </span>
    </li>
  )
}
