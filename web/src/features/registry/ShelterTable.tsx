import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { SampleBadge } from '../../ui/SampleBadge/SampleBadge.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { useMatchReason } from './match-reason.ts'
import { ShelterCapacity } from './ShelterCapacity.tsx'

export const ShelterTable_shelter = graphql(`
  fragment ShelterTable_shelter on Shelter {
    id
    kind
    name
    address
    welfare
    acceptedPersons
    hazards
    matchReason
    sample
    ...ShelterCapacity_shelter
    facility {
      id
      shortName
    }
  }
`)

/** Shelters, a row each, with the registered facility they were recognized as and why. */
export function ShelterTable({
  shelters,
}: {
  shelters: readonly FragmentType<typeof ShelterTable_shelter>[]
}) {
  const text = useRegistryText()
  const reason = useMatchReason()
  const { columns, caption, kinds, welfareKind, notMatched } = text.shelters
  return (
    <Table caption={caption} captionHidden>
      <thead>
        <tr>
          <Head>{columns.name}</Head>
          <Head>{columns.kind}</Head>
          <Head>{columns.accepts}</Head>
          <Head>{columns.capacity}</Head>
          <Head>{columns.facility}</Head>
        </tr>
      </thead>
      <tbody>
        {readFragment(ShelterTable_shelter, shelters).map((shelter) => (
          <tr key={shelter.id}>
            <th scope="row">
              {shelter.name}
              {shelter.sample && <SampleBadge />}
              <span className="yui-row-note">{shelter.address}</span>
            </th>
            <Cell label={columns.kind}>{shelter.welfare ? welfareKind : kinds[shelter.kind]}</Cell>
            <Cell label={columns.accepts}>
              {shelter.acceptedPersons ??
                (shelter.hazards.length > 0 ? shelter.hazards.join('、') : text.facility.notGiven)}
            </Cell>
            <Cell label={columns.capacity}>
              <ShelterCapacity shelter={shelter} />
            </Cell>
            <Cell label={columns.facility}>
              {shelter.facility ? (
                <>
                  <Link to="/facilities/$facilityId" params={{ facilityId: shelter.facility.id }}>
                    {shelter.facility.shortName}
                  </Link>
                  <span className="block prose-note">{reason(shelter.matchReason)}</span>
                </>
              ) : (
                <span className="prose-note">{notMatched}</span>
              )}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
