import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { shortName } from '../../locales/short-name.ts'
import { useTiesText } from '../../locales/ties.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { feeInWords } from './fee.ts'

const ContractTable_tie = graphql(`
  fragment ContractTable_tie on CollaborationTie {
    id
    subject
    validFrom
    validTo
    service {
      id
      name
    }
    parties(first: 20) {
      nodes {
        id
        role
        endsOn
        corporation {
          id
          name
        }
      }
    }
    papers {
      id
      alliance {
        feeYen
        feePer
      }
    }
  }
`)

/** Contracts between members; the fee is shown to whom the terms are. */
export function ContractTable({ ties: given }: { ties: readonly FragmentType<typeof ContractTable_tie>[] }) {
  const texts = useTiesText()
  const text = texts.hub
  const language = useLanguage()
  const ties = readFragment(ContractTable_tie, given)
  return (
    <Table caption={text.contractsCaption} captionHidden>
      <thead>
        <tr>
          <Head>{text.contractColumns.subject}</Head>
          <Head>{text.contractColumns.parties}</Head>
          <Head>{text.contractColumns.term}</Head>
          <Head>{text.contractColumns.fee}</Head>
        </tr>
      </thead>
      <tbody>
        {ties.map(({ id, subject, validFrom, validTo, service, parties, papers }) => (
          <tr key={id}>
            <th scope="row">
              <Link to="/network/ties/$tieId" params={{ tieId: id }}>
                {subject}
              </Link>
              {service && (
                <span className="yui-row-note">{`${text.serviceColumns.name}：${service.name}`}</span>
              )}
            </th>
            <Cell label={text.contractColumns.parties}>
              <ul className="grid min-w-36 gap-1">
                {parties.nodes
                  .filter(({ endsOn }) => !endsOn)
                  .map(({ id: key, role, corporation }) => (
                    <li key={key}>
                      {shortName(corporation.name)}
                      {role !== 'EQUAL' && <span className="yui-row-note">{text.roles[role]}</span>}
                    </li>
                  ))}
              </ul>
            </Cell>
            <Cell label={text.contractColumns.term}>
              {validTo
                ? texts.tie.term(formatDate(validFrom, language), formatDate(validTo, language))
                : texts.tie.openTerm(formatDate(validFrom, language))}
            </Cell>
            <Cell label={text.contractColumns.fee}>
              {papers?.alliance ? feeInWords(papers.alliance, text.noFee, texts) : text.feeHidden}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
