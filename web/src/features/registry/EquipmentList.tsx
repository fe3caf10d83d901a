import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { StatusText } from '../../ui/StatusText/StatusText.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

export const EquipmentList_facility = graphql(`
  fragment EquipmentList_facility on Facility {
    id
    equipment(first: 50) {
      nodes {
        id
        item
        state
        note
      }
    }
  }
`)

/** What there is for an emergency: yes, no, or not confirmed; a blank never stands for no. */
export function EquipmentList({ facility }: { facility: FragmentType<typeof EquipmentList_facility> }) {
  const { equipment } = readFragment(EquipmentList_facility, facility)
  const text = useRegistryText().facility
  const columns = text.equipmentColumns
  if (equipment.nodes.length === 0) return <p>{text.noEquipment}</p>
  const count = (wanted: string) => equipment.nodes.filter(({ state }) => state === wanted).length
  return (
    <>
      <Table caption={text.equipmentCaption} captionHidden>
        <thead>
          <tr>
            <Head>{columns.item}</Head>
            <Head>{columns.state}</Head>
            <Head>{columns.note}</Head>
          </tr>
        </thead>
        <tbody>
          {equipment.nodes.map(({ id, item, state, note }) => (
            <tr key={id}>
              <th scope="row">{item}</th>
              <Cell label={columns.state}>
                <StatusText state={state} />
              </Cell>
              <Cell label={columns.note}>{note}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="prose-note mt-4">
        {text.equipmentCount(equipment.nodes.length, count('YES'), count('NO'), count('UNKNOWN'))}
      </p>
    </>
  )
}
