import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const ShelterRoles_facility = graphql(`
  fragment ShelterRoles_facility on Facility {
    id
    shortName
    shelters(first: 5) {
      nodes {
        id
        kind
        welfare
        acceptedPersons
        hazards
      }
    }
  }
`)

interface ShelterRolesProps {
  title: string
  facilities: readonly FragmentType<typeof ShelterRoles_facility>[]
}

/** The facilities of a corporation that are shelters, and for whom. Nothing when there are none. */
export function ShelterRoles({ title, facilities }: ShelterRolesProps) {
  const text = useRegistryText()
  const columns = text.facility.shelterColumns
  const rows = readFragment(ShelterRoles_facility, facilities).flatMap(({ id, shortName, shelters }) =>
    shelters.nodes.map((shelter) => ({ ...shelter, facilityId: id, shortName })),
  )
  if (rows.length === 0) return null
  return (
    <Section title={title}>
      <Table caption={text.corporation.sheltersCaption} captionHidden>
        <thead>
          <tr>
            <Head>{columns.name}</Head>
            <Head>{columns.kind}</Head>
            <Head>{columns.accepts}</Head>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, facilityId, shortName, kind, welfare, acceptedPersons, hazards }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/facilities/$facilityId" params={{ facilityId }}>
                  {shortName}
                </Link>
              </th>
              <Cell label={columns.kind}>
                {welfare ? text.shelters.welfareKind : text.shelters.kinds[kind]}
              </Cell>
              <Cell label={columns.accepts}>
                {acceptedPersons ?? (hazards.length > 0 ? hazards.join('、') : text.facility.notGiven)}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}
