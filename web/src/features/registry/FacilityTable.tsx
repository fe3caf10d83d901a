import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { SampleBadge } from '../../ui/SampleBadge/SampleBadge.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { FreshnessText } from './FreshnessText.tsx'
import { PhoneLink } from './PhoneLink.tsx'

const FacilityTable_facility = graphql(`
  fragment FacilityTable_facility on Facility {
    id
    shortName
    address
    capacity
    phone
    sample
    corporation {
      id
      name
    }
    ...FreshnessText_facility
  }
`)

interface FacilityTableProps {
  caption: string
  facilities: readonly FragmentType<typeof FacilityTable_facility>[]
  /** The page is about one corporation, which need not be named in every row. */
  ofOneCorporation?: boolean
  /** Kilometres by facility, where distance was asked for. */
  distances?: ReadonlyMap<string, number | null | undefined>
}

/** Facilities, a row each, with the way to their page. */
export function FacilityTable({ caption, facilities, ofOneCorporation, distances }: FacilityTableProps) {
  const text = useRegistryText()
  const { columns } = text.search
  return (
    <Table caption={caption} captionHidden>
      <thead>
        <tr>
          <Head>{columns.place}</Head>
          <Head numeric>{columns.capacity}</Head>
          <Head>{columns.phone}</Head>
          <Head>{columns.asOf}</Head>
        </tr>
      </thead>
      <tbody>
        {readFragment(FacilityTable_facility, facilities).map((facility) => (
          <tr key={facility.id}>
            <th scope="row">
              <Link to="/facilities/$facilityId" params={{ facilityId: facility.id }}>
                {facility.shortName}
              </Link>
              {facility.sample && <SampleBadge />}
              {!ofOneCorporation && facility.corporation && (
                <span className="yui-row-note">{facility.corporation.name}</span>
              )}
              <span className="yui-row-note">
                {facility.address}
                {typeof distances?.get(facility.id) === 'number' &&
                  text.search.kilometres(String(distances.get(facility.id)))}
              </span>
            </th>
            <Cell label={columns.capacity} numeric>
              {facility.capacity === null ? text.facility.notGiven : text.facility.persons(facility.capacity)}
            </Cell>
            <Cell label={columns.phone}>
              {facility.phone ? <PhoneLink number={facility.phone} /> : text.facility.notGiven}
            </Cell>
            <Cell label={columns.asOf}>
              <FreshnessText facility={facility} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
