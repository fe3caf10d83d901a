import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { DefectTable } from '../../features/mutualaid/DefectTable.tsx'
import { InspectionForm } from '../../features/mutualaid/InspectionForm.tsx'
import { Adding, FacilityRegister } from '../../features/mutualaid/FacilityRegister.tsx'
import { graphql } from '../../generated/gql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'

const InspectionsPage_query = graphql(`
  query InspectionsPage($facilityId: ID!) {
    facility(id: $facilityId) {
      id
      ...FacilityRegister_facility
      inspectionDefects(first: 100) {
        nodes {
          id
          ...DefectTable_defect
        }
      }
      inspections(first: 50) {
        nodes {
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
      }
    }
  }
`)

const route = getRouteApi('/facilities/$facilityId/inspections')

/** 点検: what is to be put right, and what was inspected. */
export function InspectionsPage() {
  const text = useMutualaidText().inspections
  const language = useLanguage()
  const { facilityId } = route.useParams()
  const [result, readAgain] = useQuery({ query: InspectionsPage_query, variables: { facilityId } })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={again} lines={12}>
      {({ facility }) => {
        if (!facility) return <PageHead title={text.title} />
        return (
          <FacilityRegister facility={facility} title={text.title} of={text.of}>
            {(keeps) => (
              <>
                <Section title={text.open}>
                  {facility.inspectionDefects.nodes.length === 0 ? (
                    <p>{text.openNone}</p>
                  ) : (
                    <DefectTable
                      defects={facility.inspectionDefects.nodes}
                      keeps={keeps}
                      onConflict={again}
                    />
                  )}
                </Section>
                {keeps && (
                  <Adding title={text.add.title}>
                    <InspectionForm facilityId={facilityId} />
                  </Adding>
                )}
                <Section title={text.list}>
                  {facility.inspections.nodes.length === 0 ? (
                    <p>{text.listNone}</p>
                  ) : (
                    <Lines>
                      {facility.inspections.nodes.map((inspection) => (
                        <li key={inspection.id}>
                          <b className="prose-strong">{text.subjects[inspection.subject]}</b>{' '}
                          <time dateTime={inspection.inspectedOn}>
                            {formatDate(inspection.inspectedOn, language)}
                          </time>{' '}
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
                  )}
                </Section>
              </>
            )}
          </FacilityRegister>
        )
      }}
    </Loaded>
  )
}
