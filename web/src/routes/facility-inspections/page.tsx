import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { DefectTable } from '../../features/mutualaid/DefectTable.tsx'
import { InspectionForm } from '../../features/mutualaid/InspectionForm.tsx'
import { InspectionTable } from '../../features/mutualaid/InspectionTable.tsx'
import { Adding, Cut, FacilityRegister } from '../../features/mutualaid/FacilityRegister.tsx'
import { graphql } from '../../generated/gql.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { usePapersText } from '../../locales/papers.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Section } from '../../ui/Page/Page.tsx'

const InspectionsPage_query = graphql(`
  query InspectionsPage($facilityId: ID!) {
    facility(id: $facilityId) {
      id
      ...FacilityRegister_facility
      inspectionDefects(first: 100) {
        totalCount
        nodes {
          id
          ...DefectTable_defect
        }
      }
      inspections(first: 50) {
        totalCount
        nodes {
          id
          ...InspectionTable_inspection
        }
      }
    }
  }
`)

const route = getRouteApi('/facilities/$facilityId/inspections')

/** 点検: what is to be put right, and what was inspected. */
export function InspectionsPage() {
  const text = useMutualaidText().inspections
  const papers = usePapersText()
  const { facilityId } = route.useParams()
  const [result, readAgain] = useQuery({ query: InspectionsPage_query, variables: { facilityId } })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <FacilityRegister
      result={result}
      retry={again}
      title={text.title}
      of={text.of}
      paper={
        <LinkButton to="/facilities/$facilityId/inspections/print" params={{ facilityId }} icon="print">
          {papers.open}
        </LinkButton>
      }
    >
      {({ inspectionDefects, inspections }, keeps) => (
        <>
          <Section title={text.open}>
            {inspectionDefects.nodes.length === 0 ? (
              <p>{text.openNone}</p>
            ) : (
              <DefectTable defects={inspectionDefects.nodes} keeps={keeps} onConflict={again} />
            )}
            <Cut list={inspectionDefects} />
          </Section>
          {keeps && (
            <Adding title={text.add.title}>
              <InspectionForm facilityId={facilityId} />
            </Adding>
          )}
          <Section title={text.list}>
            <InspectionTable inspections={inspections.nodes} />
            <Cut list={inspections} />
          </Section>
        </>
      )}
    </FacilityRegister>
  )
}
