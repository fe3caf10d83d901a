import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

export const QualificationList_facility = graphql(`
  fragment QualificationList_facility on Facility {
    id
    qualifications(first: 50) {
      nodes {
        id
        qualification
        count
      }
    }
  }
`)

/** How many of the staff hold which qualification; a blank is nobody's answer, not none. */
export function QualificationList({
  facility,
}: {
  facility: FragmentType<typeof QualificationList_facility>
}) {
  const { qualifications } = readFragment(QualificationList_facility, facility)
  const text = useRegistryText().facility
  const columns = text.staffColumns
  if (qualifications.nodes.length === 0) return <p>{text.noStaff}</p>
  return (
    <>
      <Table caption={text.staffCaption} captionHidden>
        <thead>
          <tr>
            <Head>{columns.qualification}</Head>
            <Head numeric>{columns.count}</Head>
          </tr>
        </thead>
        <tbody>
          {qualifications.nodes.map(({ id, qualification, count }) => (
            <tr key={id}>
              <th scope="row">{qualification}</th>
              <Cell label={columns.count} numeric>
                {count === null ? text.notAnswered : text.persons(count)}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="prose-note mt-4">{text.staffNote}</p>
    </>
  )
}
