import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useTiesText } from '../../locales/ties.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const TieParties_party = graphql(`
  fragment TieParties_party on CollaborationTieParty {
    id
    role
    answer
    answeredAt
    objection
    startsOn
    endsOn
    corporation {
      id
      name
    }
  }
`)

/** The parties of a tie, what each does and what it has said. */
export function TieParties({
  parties: given,
}: {
  parties: readonly FragmentType<typeof TieParties_party>[]
}) {
  const text = useTiesText().tie
  const language = useLanguage()
  const parties = readFragment(TieParties_party, given)
  return (
    <Table caption={text.partiesCaption} captionHidden dense>
      <thead>
        <tr>
          <Head>{text.partyColumns.corporation}</Head>
          <Head>{text.partyColumns.role}</Head>
          <Head>{text.partyColumns.answer}</Head>
        </tr>
      </thead>
      <tbody>
        {parties.map(({ id, role, answer, answeredAt, objection, startsOn, endsOn, corporation }) => (
          <tr key={id}>
            <th scope="row">
              <Link to="/corporations/$corporationId" params={{ corporationId: corporation.id }}>
                {corporation.name}
              </Link>
              {startsOn && <span className="yui-row-note">{text.from(formatDate(startsOn, language))}</span>}
              {endsOn && <span className="yui-row-note">{text.until(formatDate(endsOn, language))}</span>}
            </th>
            <Cell label={text.partyColumns.role}>{text.roles[role]}</Cell>
            <Cell label={text.partyColumns.answer}>
              {text.answers[answer]}
              {answeredAt && <span className="yui-row-note">{formatDate(answeredAt, language)}</span>}
              {objection && <span className="yui-row-note">{objection}</span>}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
