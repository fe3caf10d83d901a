import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { Proposal_LineFragment, Proposal_ProposalFragment } from '../../generated/graphql.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useAssignmentText } from '../../locales/assignment.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Lines } from './Lines.tsx'
import { Pages } from './Pages.tsx'
import type { ShelterChoice } from './choices.ts'
import { AcceptDialog, OtherwiseDialog } from './DecideDialogs.tsx'
import './assignment.css'

const Proposal_line = graphql(`
  fragment Proposal_line on AssignmentLine {
    id
    persons
    households
    way
    reason
    facility {
      id
      name
    }
    group {
      id
      reference
      municipality {
        id
        name
      }
      sourceOpening {
        id
        facility {
          id
          name
        }
      }
    }
    decision {
      id
      verdict
      reason
      overfullReason
      facility {
        id
        name
      }
    }
  }
`)

const Proposal_proposal = graphql(`
  fragment Proposal_proposal on AssignmentProposal {
    id
    requestedAt
    persons
    leftOverPersons
    leftOver
    leastLeftOver
    burden
    leastBurden
    optimal
    leftLines: lines(
      leftOver: true
      first: $leftFirst
      after: $leftAfter
      last: $leftLast
      before: $leftBefore
    ) {
      totalCount
      pageInfo {
        ...Pages_pageInfo
      }
      nodes {
        id
        ...Proposal_line
      }
    }
    placedLines: lines(
      leftOver: false
      first: $placedFirst
      after: $placedAfter
      last: $placedLast
      before: $placedBefore
    ) {
      totalCount
      pageInfo {
        ...Pages_pageInfo
      }
      nodes {
        id
        ...Proposal_line
      }
    }
  }
`)

interface ProposalProps {
  proposal: FragmentType<typeof Proposal_proposal>
  shelters: readonly ShelterChoice[]
  mayCoordinate: boolean
  onConflict: () => void
}

/** A proposal: what it comes to and how sure that is, shelter by shelter, and who has no place and why. */
export function Proposal({ proposal: given, shelters, mayCoordinate, onConflict }: ProposalProps) {
  const words = useAssignmentText()
  const text = words.proposal
  const language = useLanguage()
  const proposal = readFragment(Proposal_proposal, given)
  const lines = readFragment(Proposal_line, proposal.placedLines.nodes)
  const [accepted, accept] = useState<Proposal_LineFragment>()
  const [otherwise, decideOtherwise] = useState<Proposal_LineFragment>()
  const left = readFragment(Proposal_line, proposal.leftLines.nodes)
  const leftPersons = proposal.leftOverPersons ?? 0
  const placed = proposal.persons - leftPersons
  // Sums of shelters only where all their lines are on the screen.
  const isWhole = lines.length === proposal.placedLines.totalCount
  const used = shelters
    .map((shelter) => ({
      shelter,
      rows: lines.filter(({ facility }) => facility?.id === shelter.facilityId),
    }))
    .filter(({ rows }) => rows.length > 0)
  const decisionOf = (line: Proposal_LineFragment) =>
    line.decision ? (
      <>
        <b>
          {words.decide.decided(
            line.decision.verdict === 'ACCEPTED'
              ? words.decide.asProposed
              : (line.decision.facility?.name ?? words.decide.none),
          )}
        </b>
        {line.decision.reason && (
          <span className="yui-row-note">{words.decide.because(line.decision.reason)}</span>
        )}
        {line.decision.overfullReason && (
          <span className="yui-row-note">{words.decide.overfull(line.decision.overfullReason)}</span>
        )}
      </>
    ) : (
      mayCoordinate && (
        <span className="yui-no-print">
          <Buttons>
            {line.facility && (
              <Button onClick={() => accept(line)}>
                {words.decide.accept}
                <span className="sr-only">（{line.group?.reference}）</span>
              </Button>
            )}
            <Button kind="text" onClick={() => decideOtherwise(line)}>
              {words.decide.otherwise}
              <span className="sr-only">（{line.group?.reference}）</span>
            </Button>
          </Buttons>
        </span>
      )
    )
  const columns = {
    from: { head: text.columns.from, of: ({ group }: Proposal_LineFragment) => placeOf(group) },
    persons: {
      head: text.columns.persons,
      numeric: true,
      of: ({ persons }: Proposal_LineFragment) => persons,
    },
    way: {
      head: text.columns.way,
      numeric: true,
      of: ({ way }: Proposal_LineFragment) => words.km(way ?? 0),
    },
    reason: { head: text.reason, of: ({ reason }: Proposal_LineFragment) => reason && text.reasons[reason] },
    decision: { head: text.columns.decision, of: decisionOf },
  }
  return (
    <>
      <p className="prose-sub">{text.madeAt(formatMoment(proposal.requestedAt, language))}</p>
      <dl className="yui-assignment-figures">
        <div>
          <dt>{text.placed}</dt>
          <dd>{words.persons(placed)}</dd>
        </div>
        <div>
          <dt>{text.leftOver}</dt>
          <dd>{words.persons(leftPersons)}</dd>
        </div>
        <div>
          <dt>{text.mean}</dt>
          <dd>{placed === 0 ? '—' : words.km((proposal.burden ?? 0) / placed)}</dd>
        </div>
      </dl>
      <p className="mt-2">
        {text.goal}
        <b>{sureness(proposal, text)}</b>
      </p>
      <h3 className="mt-8">{text.leftTitle(leftPersons)}</h3>
      {left.length === 0 ? (
        <p>{text.leftNone}</p>
      ) : (
        <Lines
          caption={text.leftCaption}
          reference={text.columns.reference}
          columns={[columns.from, columns.persons, columns.reason, columns.decision]}
          lines={left}
        />
      )}
      <Pages name="left" list={proposal.leftLines} />
      {used.map(({ shelter, rows }) => (
        <div key={shelter.facilityId} className="yui-assignment-shelter">
          <h3>
            {shelter.name}
            {isWhole && <span>{text.shelterSum(rows.reduce((sum, { persons }) => sum + persons, 0))}</span>}
          </h3>
          <Lines
            caption={text.shelterCaption(shelter.name)}
            reference={text.columns.reference}
            columns={[columns.from, columns.persons, columns.way, columns.decision]}
            lines={rows}
          />
        </div>
      ))}
      <Pages name="placed" list={proposal.placedLines} />
      {accepted && (
        <AcceptDialog
          key={accepted.id}
          line={accepted}
          onClose={() => accept(undefined)}
          onConflict={onConflict}
        />
      )}
      {otherwise && (
        <OtherwiseDialog
          key={otherwise.id}
          line={otherwise}
          shelters={shelters}
          onClose={() => decideOtherwise(undefined)}
          onConflict={onConflict}
        />
      )}
    </>
  )
}

/** Where people are now: the shelter they have to leave, or a municipality. */
const placeOf = (group: Proposal_LineFragment['group']) =>
  group?.sourceOpening?.facility.name ?? group?.municipality.name

type ProposalWords = ReturnType<typeof useAssignmentText>['proposal']

/** How sure it is that nothing is better. */
function sureness(
  { optimal, leftOver, leastLeftOver, burden, leastBurden }: Proposal_ProposalFragment,
  text: ProposalWords,
): string {
  if (optimal) return text.optimal
  if (leastBurden === null || leastBurden === undefined) return text.bound(leastLeftOver ?? 0, leftOver ?? 0)
  const more = leastBurden === 0 ? 100 : (((burden ?? 0) - leastBurden) / leastBurden) * 100
  return text.fewest((Math.ceil(more * 100) / 100).toFixed(2))
}
