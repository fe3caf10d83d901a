import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import { formatDate } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useReviewText } from '../../../locales/review.ts'
import { Link } from '../../../ui/Link/Link.tsx'
import { SampleBadge } from '../../../ui/SampleBadge/SampleBadge.tsx'
import { Cell, Head, Table } from '../../../ui/Table/Table.tsx'

const Pair = graphql(`
  fragment PairTable_proposal on MatchProposal {
    id
    kind
    state
    score
    sample
    note
    decidedAt
    decidedBy {
      id
      name
    }
    shelter {
      id
      name
    }
    otherShelter {
      id
      name
    }
    facility {
      id
      name
    }
    otherFacility {
      id
      name
    }
    corporation {
      id
      name
    }
    otherCorporation {
      id
      name
    }
  }
`)

interface PairTableProps {
  proposals: readonly FragmentType<typeof Pair>[]
}

/** Pairs, a row each, with the way to their comparison or to the merge. */
export function PairTable({ proposals }: PairTableProps) {
  const text = useReviewText()
  const language = useLanguage()
  const columns = text.listColumns
  const pairs = readFragment(Pair, proposals)
  const decided = pairs.some(({ decidedAt }) => decidedAt !== null)
  return (
    <Table caption={text.listCaption} captionHidden>
      <thead>
        <tr>
          <Head>{columns.pair}</Head>
          <Head numeric>{columns.score}</Head>
          <Head>{columns.state}</Head>
          {decided && <Head>{columns.decided}</Head>}
          <Head>{columns.action}</Head>
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => {
          const names = [
            pair.shelter,
            pair.otherShelter,
            pair.facility,
            pair.otherFacility,
            pair.corporation,
            pair.otherCorporation,
          ].flatMap((record) => record?.name ?? [])
          const merges = pair.kind === 'FACILITY_FACILITY' || pair.kind === 'CORPORATION_CORPORATION'
          const pairName = names.join(text.and)
          return (
            <tr key={pair.id}>
              <th scope="row">
                {pairName}
                {pair.sample && <SampleBadge />}
                <span className="yui-row-note">{text.kinds[pair.kind]}</span>
                {pair.note && <span className="yui-row-note">{pair.note}</span>}
              </th>
              <Cell label={columns.score} numeric>
                {pair.score}
              </Cell>
              <Cell label={columns.state}>{text.states[pair.state]}</Cell>
              {decided && (
                <Cell label={columns.decided}>
                  {pair.decidedAt
                    ? text.decidedBy(pair.decidedBy?.name ?? '', formatDate(pair.decidedAt, language))
                    : '—'}
                </Cell>
              )}
              <Cell label={columns.action}>
                <Link to="/review" search={{ pair: pair.id }}>
                  {text.open}
                  <span className="sr-only">（{pairName}）</span>
                </Link>
                {merges && pair.state === 'SAME' && (
                  <>
                    <br />
                    <Link to="/review/merge/$proposalId" params={{ proposalId: pair.id }}>
                      {text.toMerge}
                      <span className="sr-only">（{pairName}）</span>
                    </Link>
                  </>
                )}
              </Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
