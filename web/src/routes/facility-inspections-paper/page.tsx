import { getRouteApi } from '@tanstack/react-router'
import { DefectTable } from '../../features/mutualaid/DefectTable.tsx'
import { FacilityPaper } from '../../features/mutualaid/FacilityPaper.tsx'
import { InspectionTable } from '../../features/mutualaid/InspectionTable.tsx'
import { graphql } from '../../generated/gql.ts'
import { together, useEveryPage } from '../../lib/every-page.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { usePapersText } from '../../locales/papers.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Section } from '../../ui/Page/Page.tsx'

const InspectionsPaper_defects = graphql(`
  query InspectionsPaperDefects($facilityId: ID!, $first: Int, $after: String) {
    facility(id: $facilityId) {
      id
      ...FacilityPaper_facility
      inspectionDefects(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          ...DefectTable_defect
        }
      }
    }
  }
`)

const InspectionsPaper_inspections = graphql(`
  query InspectionsPaper($facilityId: ID!, $first: Int, $after: String) {
    facility(id: $facilityId) {
      id
      inspections(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          ...InspectionTable_inspection
        }
      }
    }
  }
`)

const route = getRouteApi('/facilities/$facilityId/inspections/print')

/** 点検 on A4: everything that is to be put right, and every inspection. */
export function InspectionsPaperPage() {
  const { facilityId } = route.useParams()
  const text = useMutualaidText().inspections
  const papers = usePapersText()
  const result = together({
    defects: useEveryPage({
      query: InspectionsPaper_defects,
      variables: { facilityId },
      connectionOf: ({ facility }) => facility?.inspectionDefects,
    }),
    inspections: useEveryPage({
      query: InspectionsPaper_inspections,
      variables: { facilityId },
      connectionOf: ({ facility }) => facility?.inspections,
    }),
  })
  return (
    <FacilityPaper
      result={result}
      facilityOf={({ defects }) => defects.first.facility}
      title={text.title}
      of={text.of}
      back={
        <LinkButton to="/facilities/$facilityId/inspections" params={{ facilityId }}>
          {papers.back}
        </LinkButton>
      }
    >
      {({ defects, inspections }) => (
        <>
          <Section title={text.open}>
            {defects.nodes.length === 0 ? (
              <p>{text.openNone}</p>
            ) : (
              <DefectTable defects={defects.nodes} keeps={false} />
            )}
          </Section>
          <Section title={text.list}>
            <InspectionTable inspections={inspections.nodes} />
          </Section>
        </>
      )}
    </FacilityPaper>
  )
}
