import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

export const ResourceList_facility = graphql(`
  fragment ResourceList_facility on Facility {
    id
    resources(first: 50) {
      nodes {
        id
        kind
        name
        persons
        wheelchairs
        lendable
        lendingRules
        note
      }
    }
  }
`)

/** Rooms and vehicles, and on what terms others may borrow them. */
export function ResourceList({ facility }: { facility: FragmentType<typeof ResourceList_facility> }) {
  const { resources } = readFragment(ResourceList_facility, facility)
  const text = useRegistryText().facility
  const columns = text.resourceColumns
  if (resources.nodes.length === 0) return <p>{text.noResources}</p>
  return (
    <Table caption={text.resourcesCaption} captionHidden>
      <thead>
        <tr>
          <Head>{columns.name}</Head>
          <Head numeric>{columns.persons}</Head>
          <Head numeric>{columns.wheelchairs}</Head>
          <Head>{columns.lendable}</Head>
          <Head>{columns.rules}</Head>
        </tr>
      </thead>
      <tbody>
        {resources.nodes.map(({ id, kind, name, persons, wheelchairs, lendable, lendingRules, note }) => (
          <tr key={id}>
            <th scope="row">
              {name}
              <span className="prose-note block">{text.resourceKinds[kind]}</span>
            </th>
            <Cell label={columns.persons} numeric>
              {persons === null ? text.notGiven : text.persons(persons)}
            </Cell>
            <Cell label={columns.wheelchairs} numeric>
              {wheelchairs === null ? text.notGiven : text.wheelchairs(wheelchairs)}
            </Cell>
            <Cell label={columns.lendable}>{text.lendables[lendable]}</Cell>
            <Cell label={columns.rules}>
              {lendingRules}
              {note && <span className="prose-note block">{note}</span>}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
