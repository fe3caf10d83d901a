import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { CollaborationStage, OwnStages_TieFragment } from '../../generated/graphql.ts'
import { formatMonth } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { shortName } from '../../locales/short-name.ts'
import { useTiesText } from '../../locales/ties.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { ConfidentialMark } from './ConfidentialMark.tsx'
import { StageMark } from './StageMark.tsx'
import { isConfidential, STAGES } from './stages.ts'

const OwnStages_tie = graphql(`
  fragment OwnStages_tie on CollaborationTie {
    id
    stage
    subject
    validFrom
    partyCount
    parties(first: 20) {
      nodes {
        id
        endsOn
        corporation {
          id
          name
        }
      }
    }
  }
`)

/** Partners of one tie that are named here. */
const LISTED = 20

interface OwnStagesProps {
  ties: readonly FragmentType<typeof OwnStages_tie>[]
  ownId: string
  /** What the membership of the network brings about by itself. */
  membership: { stage: CollaborationStage; partners: number; network: string }
}

/** The own corporation's partners, stage by stage; also the stages at which there is nobody. */
export function OwnStages({ ties: given, ownId, membership }: OwnStagesProps) {
  const texts = useTiesText()
  const text = texts.own
  const ties = readFragment(OwnStages_tie, given)
  return (
    <Table caption={text.caption} captionHidden dense>
      <thead>
        <tr>
          <Head>{text.columns.stage}</Head>
          <Head>{text.columns.partners}</Head>
        </tr>
      </thead>
      <tbody>
        {STAGES.map((stage) => {
          const own = ties.filter((tie) => tie.stage === stage)
          const byMembership = membership.stage === stage
          const none = own.length === 0 && !byMembership
          return (
            <tr key={stage}>
              <th scope="row">
                <span className="yui-stage-name">
                  <StageMark stage={stage} none={none} />
                  {texts.stages[stage]}
                </span>
              </th>
              <Cell label={text.columns.partners}>
                {none && text.none}
                {byMembership && (
                  <p>
                    {text.byMembership(membership.partners)}{' '}
                    <span className="prose-note">{text.membershipNote(membership.network)}</span>
                  </p>
                )}
                {own.map((tie) => (
                  <OwnTie key={tie.id} tie={tie} ownId={ownId} />
                ))}
              </Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

function OwnTie({ tie, ownId }: { tie: OwnStages_TieFragment; ownId: string }) {
  const { own: text, table } = useTiesText()
  const language = useLanguage()
  const partners = tie.parties.nodes
    .filter(({ corporation, endsOn }) => corporation.id !== ownId && !endsOn)
    .map(({ corporation }) => shortName(corporation.name))
  return (
    <p>
      {/* The largest ones are told in full on their own page. */}
      {tie.partyCount > LISTED ? table.more(partners[0] ?? '', tie.partyCount - 2) : partners.join('、')}{' '}
      <span className="prose-note">
        <Link to="/network/ties/$tieId" params={{ tieId: tie.id }}>
          {tie.subject}
        </Link>{' '}
        {text.note(formatMonth(tie.validFrom, language))}
      </span>{' '}
      {isConfidential(tie.stage) && <ConfidentialMark>{text.confidential}</ConfidentialMark>}
    </p>
  )
}
