import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Lines } from '../../ui/Lines/Lines.tsx'

const InspectionLines_inspection = graphql(`
  fragment InspectionLines_inspection on Inspection {
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

interface InspectionLinesProps {
  inspections: readonly FragmentType<typeof InspectionLines_inspection>[]
}

/** What was inspected, with what of it has been put right. */
export function InspectionLines({ inspections }: InspectionLinesProps) {
  const text = useMutualaidText().inspections
  const language = useLanguage()
  if (inspections.length === 0) return <p>{text.listNone}</p>
  return (
    <Lines>
      {readFragment(InspectionLines_inspection, inspections).map((inspection) => (
        <li key={inspection.id}>
          <b className="prose-strong">{text.subjects[inspection.subject]}</b>{' '}
          <time dateTime={inspection.inspectedOn}>{formatDate(inspection.inspectedOn, language)}</time>{' '}
          {inspection.inspectedBy} {text.defects(inspection.defectCount)}
          {inspection.result && <span className="prose-sub block">{inspection.result}</span>}
          {inspection.defects.nodes.map(
            ({ id, what, doneOn, doneNote }) =>
              doneOn && (
                <span key={id} className="prose-sub block">
                  {what} {text.done(formatDate(doneOn, language), doneNote ?? '')}
                </span>
              ),
          )}
        </li>
      ))}
    </Lines>
  )
}
