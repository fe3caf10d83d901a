import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ResourceTable } from '../../features/mutualaid/ResourceTable.tsx'
import { ResourceForm, SkillCountForm } from '../../features/mutualaid/SkillForms.tsx'
import { Adding, FacilityRegister } from '../../features/mutualaid/FacilityRegister.tsx'
import { graphql } from '../../generated/gql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const SkillsPage_query = graphql(`
  query SkillsPage($facilityId: ID!) {
    facility(id: $facilityId) {
      id
      ...FacilityRegister_facility
      staffSkills(first: 20) {
        nodes {
          id
          skill
          people
          reachableAtNight
          minutes
          countedOn
        }
      }
      aidResources(first: 100) {
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
  const texts = useMutualaidText()
  const text = texts.skillsPage
  const language = useLanguage()
  const { facilityId } = route.useParams()
  const [result, readAgain] = useQuery({ query: SkillsPage_query, variables: { facilityId } })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={again} lines={12}>
      {({ facility }) => {
        if (!facility) return <PageHead title={text.title} />
        return (
          <FacilityRegister facility={facility} title={text.title} of={text.of} lead={text.lead}>
            {(keeps) => (
              <>
                <Section title={text.counts}>
                  {facility.staffSkills.nodes.length === 0 ? (
                    <p>{text.none}</p>
                  ) : (
                    <Table caption={text.counts} captionHidden>
                      <thead>
                        <tr>
                          <Head>{text.columns.skill}</Head>
                          <Head numeric>{text.columns.people}</Head>
                          <Head>{text.columns.night}</Head>
                          <Head>{text.columns.on}</Head>
                        </tr>
                      </thead>
                      <tbody>
                        {facility.staffSkills.nodes.map((row) => (
                          <tr key={row.id}>
                            <th scope="row">{texts.skills[row.skill]}</th>
                            <Cell label={text.columns.people} numeric>
                              {text.people(row.people)}
                            </Cell>
                            <Cell label={text.columns.night}>
                              {row.reachableAtNight === null
                                ? text.nightUnknown
                                : text.night(row.reachableAtNight, row.minutes)}
                            </Cell>
                            <Cell label={text.columns.on}>{formatDate(row.countedOn, language)}</Cell>
                          </tr>
                        ))}
                      </tbody>
                    </Table>
                  )}
                  {keeps && (
                    <Adding title={text.add.title}>
                      <SkillCountForm facilityId={facilityId} />
                    </Adding>
                  )}
                </Section>
                <Section title={text.resources}>
                  {facility.aidResources.nodes.length === 0 ? (
                    <p>{text.resourcesNone}</p>
                  ) : (
                    <ResourceTable resources={facility.aidResources.nodes} keeps={keeps} onConflict={again} />
                  )}
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
      }}
    </Loaded>
  )
}
