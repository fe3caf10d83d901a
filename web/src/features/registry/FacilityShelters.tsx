import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { useMatchReason } from './match-reason.ts'
import { ShelterCapacity } from './ShelterCapacity.tsx'

export const FacilityShelters_facility = graphql(`
  fragment FacilityShelters_facility on Facility {
    id
    shelters(first: 20) {
      nodes {
        id
        kind
        name
        welfare
        acceptedPersons
        hazards
        matchReason
        ...ShelterCapacity_shelter
      }
    }
  }
`)

/** The shelters that were recognized as a facility, each with the reason why. */
export function FacilityShelters({ facility }: { facility: FragmentType<typeof FacilityShelters_facility> }) {
  const { shelters } = readFragment(FacilityShelters_facility, facility)
  const text = useRegistryText()
  const reason = useMatchReason()
  const columns = text.facility.shelterColumns
  if (shelters.nodes.length === 0) return <p>{text.facility.noShelters}</p>
  return (
    <Table caption={text.facility.sheltersCaption} captionHidden>
      <thead>
        <tr>
          <Head>{columns.name}</Head>
          <Head>{columns.kind}</Head>
          <Head>{columns.accepts}</Head>
          <Head>{columns.capacity}</Head>
          <Head>{columns.why}</Head>
        </tr>
      </thead>
      <tbody>
        {shelters.nodes.map((shelter) => {
          const { id, kind, name, welfare, acceptedPersons, hazards, matchReason } = shelter
          return (
            <tr key={id}>
              <th scope="row">{name}</th>
              <Cell label={columns.kind}>
                {welfare ? text.shelters.welfareKind : text.shelters.kinds[kind]}
              </Cell>
              <Cell label={columns.accepts}>
                {acceptedPersons ?? (hazards.length > 0 ? hazards.join('、') : text.facility.notGiven)}
              </Cell>
              <Cell label={columns.capacity}>
                <ShelterCapacity shelter={shelter} />
              </Cell>
              <Cell label={columns.why}>{reason(matchReason)}</Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
