import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { shortName } from '../../locales/short-name.ts'
import { useTiesText } from '../../locales/ties.ts'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { StageMark } from './StageMark.tsx'

const WaitingTies_tie = graphql(`
  fragment WaitingTies_tie on CollaborationTie {
    id
    stage
    subject
    proposedBy {
      id
      name
    }
  }
`)

/** Proposals of and to the own corporation that lack an answer. */
export function WaitingTies({ ties: given }: { ties: readonly FragmentType<typeof WaitingTies_tie>[] }) {
  const text = useTiesText()
  const ties = readFragment(WaitingTies_tie, given)
  return (
    <Lines>
      {ties.map(({ id, stage, subject, proposedBy }) => (
        <li key={id}>
          <span className="yui-stage-name">
            <StageMark stage={stage} />
            <span>
              <Link to="/network/ties/$tieId" params={{ tieId: id }}>
                {subject}
              </Link>
              <span className="yui-row-note">
                {text.stages[stage]}
                {proposedBy && `　${text.tie.facts.proposedBy}：${shortName(proposedBy.name)}`}
              </span>
            </span>
          </span>
        </li>
      ))}
    </Lines>
  )
}
