import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { useConfirmer } from './confirmer.ts'

const CorporationHistory_corporation = graphql(`
  fragment CorporationHistory_corporation on Corporation {
    id
    confirmations(first: 20) {
      nodes {
        id
        block
        confirmedAt
        confirmedByRole
        confirmedBy {
          id
          name
        }
        onBehalf
        mandate {
          id
          ...Confirmer_mandate
        }
      }
    }
  }
`)

/** Who confirmed what and when, latest first. */
export function CorporationHistory({
  corporation,
}: {
  corporation: FragmentType<typeof CorporationHistory_corporation>
}) {
  const { confirmations } = readFragment(CorporationHistory_corporation, corporation)
  const text = useCorporationText()
  const columns = useRegistryText().facility.historyColumns
  const confirmer = useConfirmer()
  const language = useLanguage()
  if (confirmations.nodes.length === 0) return <p>{text.noHistory}</p>
  return (
    <Table caption={text.historyCaption} captionHidden dense>
      <thead>
        <tr>
          <Head>{columns.at}</Head>
          <Head>{columns.what}</Head>
          <Head>{columns.by}</Head>
        </tr>
      </thead>
      <tbody>
        {confirmations.nodes.map(({ id, block, confirmedAt, ...by }) => (
          <tr key={id}>
            <th scope="row">
              <time dateTime={confirmedAt}>{formatMoment(confirmedAt, language)}</time>
            </th>
            <Cell label={columns.what}>{text.blocks[block]}</Cell>
            <Cell label={columns.by}>{confirmer(by)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
