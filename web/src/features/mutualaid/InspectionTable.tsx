import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const InspectionTable_inspection = graphql(`
  fragment InspectionTable_inspection on Inspection {
    id
    subject
    inspectedOn
    inspectedBy
    result
    defectCount
    defects(first: 20) {
      nodes {
        id
        what
        doneOn
        doneNote
      }
    }
  }
`)

interface InspectionTableProps {
  inspections: readonly FragmentType<typeof InspectionTable_inspection>[]
}

/** What was inspected, with what of it has been put right. */
export function InspectionTable({ inspections }: InspectionTableProps) {
  const text = useMutualaidText().inspections
  const language = useLanguage()
  if (inspections.length === 0) return <p>{text.listNone}</p>
  const { listColumns: columns } = text
  return (
    <Table caption={text.list} captionHidden dense>
      <thead>
        <tr>
          <Head>{columns.on}</Head>
          <Head>{columns.subject}</Head>
          <Head>{columns.by}</Head>
          <Head>{columns.result}</Head>
        </tr>
      </thead>
      <tbody>
        {readFragment(InspectionTable_inspection, inspections).map((inspection) => (
          <tr key={inspection.id}>
            <th scope="row">
              <time className="whitespace-nowrap" dateTime={inspection.inspectedOn}>
                {formatDate(inspection.inspectedOn, language)}
              </time>
            </th>
            <Cell label={columns.subject}>{text.subjects[inspection.subject]}</Cell>
            <Cell label={columns.by}>{inspection.inspectedBy}</Cell>
            <Cell label={columns.result}>
              {text.defects(inspection.defectCount)}
              {inspection.result && <span className="yui-row-note">{inspection.result}</span>}
              {inspection.defects.nodes.map(
                ({ id, what, doneOn, doneNote }) =>
                  doneOn && (
                    <span key={id} className="yui-row-note">
                      {what}　{text.done(formatDate(doneOn, language), doneNote ?? '')}
                    </span>
                  ),
              )}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
