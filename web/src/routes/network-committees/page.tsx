import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { CommitteeList } from '../../features/platforms/CommitteeList.tsx'
import { OfficerList } from '../../features/platforms/OfficerList.tsx'
import { RolesAndYear } from '../../features/platforms/RolesAndYear.tsx'
import { graphql } from '../../generated/gql.ts'
import { useToday } from '../../lib/today.ts'
import { useOrganisationText } from '../../locales/organisation.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const Committees_query = graphql(`
  query NetworkCommitteesPage($id: ID!, $day: Date!) {
    platform(id: $id) {
      id
      name
      sample
      viewerCan {
        run {
          allowed
        }
      }
      committees(first: 60) {
        nodes {
          id
          ...CommitteeList_committee
        }
      }
      officers(first: 100) {
        nodes {
          id
          ...OfficerList_officer
        }
      }
      ...RolesAndYear_platform
    }
    networkStanding(platformId: $id) {
      administrators
      leastAdministrators
      administratorsClause
    }
    platformMemberships(platformId: $id, on: $day, first: 100) {
      nodes {
        id
        corporation {
          id
          name
        }
      }
    }
  }
`)

const route = getRouteApi('/network/committees')

/** 部会・役員・年間の予定. */
export function NetworkCommitteesPage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <Organisation platformId={chosen} />}</ChosenNetwork>
}

function Organisation({ platformId }: { platformId: string }) {
  const networkText = useNetworkText()
  const text = useOrganisationText()
  const day = useToday()
  const [result, readAgain] = useQuery({ query: Committees_query, variables: { id: platformId, day } })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/network" search={{ id: platformId }}>
          {networkText.title}
        </Link>
      </Breadcrumbs>
      <Loaded result={result} retry={again} lines={20}>
        {({ platform, networkStanding: standing, platformMemberships }) => {
          if (!platform || !standing)
            return <PageHead title={networkText.none} lead={<p>{networkText.noneBody}</p>} />
          const keeps = platform.viewerCan.run.allowed
          const members = platformMemberships.nodes.flatMap(({ corporation }) =>
            corporation ? [corporation] : [],
          )
          return (
            <>
              <PageHead
                title={text.title}
                kicker={platform.name}
                sample={platform.sample}
                actions={<PrintButton />}
              />
              {standing.administrators < standing.leastAdministrators && (
                <Notice>
                  <p>
                    {text.administrators(
                      standing.administrators,
                      standing.leastAdministrators,
                      standing.administratorsClause,
                    )}
                  </p>
                </Notice>
              )}
              <Section title={text.officers}>
                <OfficerList
                  platformId={platformId}
                  officers={platform.officers.nodes}
                  members={members}
                  keeps={keeps}
                />
              </Section>
              <Section title={text.committees}>
                <CommitteeList
                  platformId={platformId}
                  committees={platform.committees.nodes}
                  members={members}
                  keeps={keeps}
                  onConflict={again}
                />
              </Section>
              <RolesAndYear platform={platform} keeps={keeps} onConflict={again} />
            </>
          )
        }}
      </Loaded>
    </>
  )
}
