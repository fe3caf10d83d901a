import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { CollaborationStage, TieTable_TieFragment } from '../../generated/graphql.ts'
import { formatMonth } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { shortName } from '../../locales/short-name.ts'
import { useTiesText } from '../../locales/ties.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { ConfidentialMark } from './ConfidentialMark.tsx'
import { StageMark } from './StageMark.tsx'

const TieTable_tie = graphql(`
  fragment TieTable_tie on CollaborationTie {
    id
    stage
    subject
    confidential
    validFrom
    evidenceKind
    partyCount
    parties(first: 3) {
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

interface TieTableProps {
  ties: readonly FragmentType<typeof TieTable_tie>[]
  /** What all members have by their membership stands last; null if it is on another page of the table. */
  membership: { stage: CollaborationStage; members: number; network: string } | null
}

/** Ties as a table, the deepest first: the picture's equal for who does not look at pictures. */
export function TieTable({ ties: given, membership }: TieTableProps) {
  const texts = useTiesText()
  const text = texts.table
  const ties = readFragment(TieTable_tie, given)
  return (
    <Table caption={text.caption} captionHidden dense>
      <thead>
        <tr>
          <Head>
            <span className="whitespace-nowrap">{text.columns.stage}</span>
          </Head>
          <Head>{text.columns.parties}</Head>
          <Head>{text.columns.since}</Head>
        </tr>
      </thead>
      <tbody>
        {ties.map((tie) => (
          <Row key={tie.id} tie={tie} />
        ))}
        {membership && (
          <tr>
            <Cell label={text.columns.stage}>
              <StageMark stage={membership.stage} />
            </Cell>
            <th scope="row">
              {text.all(membership.members)}
              <span className="yui-row-note">{text.byMembership}</span>
            </th>
            <Cell label={text.columns.since}>
              {membership.network}
              <span className="yui-row-note">{text.memberList}</span>
            </Cell>
          </tr>
        )}
      </tbody>
    </Table>
  )
}

function Row({ tie }: { tie: TieTable_TieFragment }) {
  const texts = useTiesText()
  const text = texts.table
  const language = useLanguage()
  const names = tie.parties.nodes
    .filter(({ endsOn }) => !endsOn)
    .map(({ corporation }) => shortName(corporation.name))
  return (
    <tr>
      <Cell label={text.columns.stage}>
        <StageMark stage={tie.stage} />
      </Cell>
      <th scope="row">
        {tie.partyCount > 2 ? (
          text.more(names[0] ?? '', tie.partyCount - 1)
        ) : (
          <>
            {/* A line breaks between the two names, not inside one. */}
            <span className="inline-block">{names[0]}・</span>
            <span className="inline-block">{names[1]}</span>
          </>
        )}
        <span className="yui-row-note">
          <Link to="/network/ties/$tieId" params={{ tieId: tie.id }}>
            {tie.subject}
          </Link>
        </span>
      </th>
      <Cell label={text.columns.since}>
        {formatMonth(tie.validFrom, language)}
        <span className="yui-row-note">
          {tie.confidential ? (
            <ConfidentialMark>{text.confidential}</ConfidentialMark>
          ) : tie.evidenceKind ? (
            texts.evidenceKinds[tie.evidenceKind]
          ) : (
            texts.noEvidenceShort
          )}
        </span>
      </Cell>
    </tr>
  )
}
