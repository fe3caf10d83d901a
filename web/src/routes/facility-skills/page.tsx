import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ResourceTable } from '../../features/mutualaid/ResourceTable.tsx'
import { ResourceForm, SkillCountForm } from '../../features/mutualaid/SkillForms.tsx'
import { SkillTable } from '../../features/mutualaid/SkillTable.tsx'
import { Adding, Cut, FacilityRegister } from '../../features/mutualaid/FacilityRegister.tsx'
import { graphql } from '../../generated/gql.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { usePapersText } from '../../locales/papers.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Section } from '../../ui/Page/Page.tsx'

const SkillsPage_query = graphql(`
  query SkillsPage($facilityId: ID!) {
    facility(id: $facilityId) {
      id
      ...FacilityRegister_facility
      staffSkills(first: 20) {
        nodes {
          id
          ...SkillTable_skill
        }
      }
      aidResources(first: 100) {
        totalCount
        nodes {
          id
          ...ResourceTable_resource
        }
      }
    }
  }
`)

const route = getRouteApi('/facilities/$facilityId/skills')

/** 動ける職員と出せるもの: counts, and what can be offered with one press. */
export function SkillsPage() {
  const text = useMutualaidText().skillsPage
  const papers = usePapersText()
  const { facilityId } = route.useParams()
  const [result, readAgain] = useQuery({ query: SkillsPage_query, variables: { facilityId } })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <FacilityRegister
      result={result}
      retry={again}
      title={text.title}
      of={text.of}
      lead={text.lead}
      paper={
        <LinkButton to="/facilities/$facilityId/skills/print" params={{ facilityId }} icon="print">
          {papers.open}
        </LinkButton>
      }
    >
      {({ staffSkills, aidResources }, keeps) => (
        <>
          <Section title={text.counts}>
            <SkillTable skills={staffSkills.nodes} />
            {keeps && (
              <Adding title={text.add.title}>
                <SkillCountForm facilityId={facilityId} />
              </Adding>
            )}
          </Section>
          <Section title={text.resources}>
            {aidResources.nodes.length === 0 ? (
              <p>{text.resourcesNone}</p>
            ) : (
              <ResourceTable resources={aidResources.nodes} keeps={keeps} onConflict={again} />
            )}
            <Cut list={aidResources} />
            {keeps && (
              <Adding title={text.register.title}>
                <ResourceForm facilityId={facilityId} />
              </Adding>
            )}
          </Section>
        </>
      )}
    </FacilityRegister>
  )
}
