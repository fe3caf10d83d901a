import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

export const OfficeList_facility = graphql(`
  fragment OfficeList_facility on Facility {
    id
    offices(first: 50) {
      nodes {
        id
        name
        officeNumber
        capacity
        openDays
        designatedTo
        endedOn
        serviceKind {
          id
          name
        }
      }
    }
  }
`)

/** The service offices of a facility with their 事業所番号. */
export function OfficeList({ facility }: { facility: FragmentType<typeof OfficeList_facility> }) {
  const { offices } = readFragment(OfficeList_facility, facility)
  const text = useRegistryText().facility
  const columns = text.serviceColumns
  const language = useLanguage()
  if (offices.nodes.length === 0) return <p>{text.noServices}</p>
  return (
    <Table caption={text.servicesCaption} captionHidden>
      <thead>
        <tr>
          <Head>{columns.service}</Head>
          <Head>{columns.name}</Head>
          <Head>{columns.number}</Head>
          <Head numeric>{columns.capacity}</Head>
        </tr>
      </thead>
      <tbody>
        {offices.nodes.map(
          ({ id, name, officeNumber, capacity, openDays, designatedTo, endedOn, serviceKind }) => (
            <tr key={id}>
              <th scope="row">{serviceKind.name}</th>
              <Cell label={columns.name}>
                {name}
                {openDays && <span className="block prose-note">{text.openDays(openDays)}</span>}
                {designatedTo && (
                  <span className="block prose-note">
                    {text.designatedTo(formatDate(designatedTo, language))}
                  </span>
                )}
                {endedOn && (
                  <span className="block prose-note">{text.officeClosed(formatDate(endedOn, language))}</span>
                )}
              </Cell>
              <Cell label={columns.number}>{officeNumber ?? text.none}</Cell>
              <Cell label={columns.capacity} numeric>
                {capacity === null ? text.notGiven : text.persons(capacity)}
              </Cell>
            </tr>
          ),
        )}
      </tbody>
    </Table>
  )
}
