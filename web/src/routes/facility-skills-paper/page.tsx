import { getRouteApi } from '@tanstack/react-router'
import { FacilityPaper } from '../../features/mutualaid/FacilityPaper.tsx'
import { ResourceTable } from '../../features/mutualaid/ResourceTable.tsx'
import { SkillTable } from '../../features/mutualaid/SkillTable.tsx'
import { graphql } from '../../generated/gql.ts'
import { useEveryPage } from '../../lib/every-page.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { usePapersText } from '../../locales/papers.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Section } from '../../ui/Page/Page.tsx'

const SkillsPaper_query = graphql(`
  query SkillsPaper($facilityId: ID!, $first: Int, $after: String) {
    facility(id: $facilityId) {
      id
      ...FacilityPaper_facility
      staffSkills(first: 20) {
        nodes {
          id
          ...SkillTable_skill
        }
      }
      aidResources(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          ...ResourceTable_resource
        }
      }
    }
  }
`)

const route = getRouteApi('/facilities/$facilityId/skills/print')

/** 動ける職員と出せるもの on A4. */
export function SkillsPaperPage() {
  const { facilityId } = route.useParams()
  const text = useMutualaidText().skillsPage
  const papers = usePapersText()
  const result = useEveryPage({
    query: SkillsPaper_query,
    variables: { facilityId },
    connectionOf: ({ facility }) => facility?.aidResources,
  })
  return (
    <FacilityPaper
      result={result}
      facilityOf={({ first }) => first.facility}
      title={text.title}
      of={text.of}
      back={
        <LinkButton to="/facilities/$facilityId/skills" params={{ facilityId }}>
          {papers.back}
        </LinkButton>
      }
    >
      {({ first, nodes }) => (
        <>
          <Section title={text.counts}>
            <SkillTable skills={first.facility?.staffSkills.nodes ?? []} />
          </Section>
          <Section title={text.resources}>
            {nodes.length === 0 ? (
              <p>{text.resourcesNone}</p>
            ) : (
              <ResourceTable resources={nodes} keeps={false} />
            )}
          </Section>
        </>
      )}
    </FacilityPaper>
  )
}
