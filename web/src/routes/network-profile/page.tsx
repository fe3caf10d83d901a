import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { FilingTable } from '../../features/platforms/FilingTable.tsx'
import { LinkedNetworks } from '../../features/platforms/LinkedNetworks.tsx'
import { MissingList } from '../../features/platforms/MissingList.tsx'
import { ProfileForms } from '../../features/platforms/ProfileForms.tsx'
import { graphql } from '../../generated/gql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useToday } from '../../lib/today.ts'
import { useMembersText } from '../../locales/members.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { ExternalLink } from '../../ui/ExternalLink/ExternalLink.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const Profile_query = graphql(`
  query NetworkProfilePage($id: ID!, $day: Date!) {
    platform(id: $id) {
      id
      kind
      name
      sample
      description
      helpPhone
      secretariatBody
      liaisonOffice
      legalForm
      municipality {
        code
        name
      }
      hubCorporation {
        id
        name
      }
      viewerCan {
        run {
          allowed
        }
        link {
          allowed
        }
        unlink {
          allowed
        }
      }
      shown: certificates(first: 5) {
        nodes {
          id
          number
          certifiedOn
          authority
          revokedOn
        }
      }
      shownAreas: areas(first: 100) {
        nodes {
          id
          municipality {
            code
            name
          }
        }
      }
      shownBusinesses: businesses(first: 6) {
        nodes {
          id
          business
          startsOn
        }
      }
      shownPolicies: policies(first: 10) {
        nodes {
          id
          number
          state
          text
          approvedOn
          publishedUrl
        }
      }
      evaluations(first: 10) {
        nodes {
          id
          fiscalYear
          summary
          publishedUrl
        }
      }
      ...ProfileForms_platform
    }
    networkStanding(platformId: $id) {
      ...MissingList_standing
      filings {
        ...FilingTable_filing
      }
    }
    linkedNetworks(platformId: $id) {
      linkId
      ...LinkedNetworks_network
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

const route = getRouteApi('/network/profile')

/** 概要と届出: what the network is, what its kind asks for, and what is handed in every year. */
export function NetworkProfilePage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <Profile platformId={chosen} />}</ChosenNetwork>
}

function Profile({ platformId }: { platformId: string }) {
  const networkText = useNetworkText()
  const text = useMembersText().profile
  const language = useLanguage()
  const day = useToday()
  const [result, readAgain] = useQuery({ query: Profile_query, variables: { id: platformId, day } })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/network" search={{ id: platformId }}>
          {networkText.title}
        </Link>
      </Breadcrumbs>
      <Loaded result={result} retry={again} lines={20}>
        {({ platform, networkStanding: standing, linkedNetworks, platformMemberships }) => {
          if (!platform || !standing)
            return <PageHead title={networkText.none} lead={<p>{networkText.noneBody}</p>} />
          const keeps = platform.viewerCan.run.allowed
          const certified = platform.kind === 'COLLABORATION_PROMOTION_CORPORATION'
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
              <MissingList standing={standing} />
              <Section title={text.facts}>
                <DefinitionList>
                  <Fact name={text.kind}>{networkText.kinds[platform.kind]}</Fact>
                  <Fact name={text.description}>{platform.description || text.notGiven}</Fact>
                  <Fact name={text.municipality}>{platform.municipality?.name ?? text.notGiven}</Fact>
                  <Fact name={text.help}>{platform.helpPhone ?? text.notGiven}</Fact>
                  {platform.kind === 'COUNCIL_LED' && (
                    <>
                      <Fact name={text.secretariatBody}>{platform.secretariatBody || text.notGiven}</Fact>
                      <Fact name={text.liaisonOffice}>{platform.liaisonOffice || text.notGiven}</Fact>
                    </>
                  )}
                  {platform.kind === 'CORPORATION_LED' && (
                    <Fact name={text.hub}>{platform.hubCorporation?.name ?? text.notGiven}</Fact>
                  )}
                  {platform.kind === 'OTHER' && (
                    <Fact name={text.legalForm}>{platform.legalForm || text.notGiven}</Fact>
                  )}
                  {certified && (
                    <>
                      <Fact name={text.certificate}>
                        {platform.shown.nodes.length === 0
                          ? text.notGiven
                          : platform.shown.nodes.map(({ id, number, certifiedOn, authority, revokedOn }) => (
                              <p key={id}>
                                {text.certificateOf(number, formatDate(certifiedOn, language), authority)}
                                {revokedOn && (
                                  <span className="yui-row-note">
                                    {text.revokedOn(formatDate(revokedOn, language))}
                                  </span>
                                )}
                              </p>
                            ))}
                      </Fact>
                      <Fact name={text.area}>
                        {platform.shownAreas.nodes.map(({ municipality }) => municipality?.name).join('、') ||
                          text.notGiven}
                      </Fact>
                      <Fact name={text.businesses}>
                        {platform.shownBusinesses.nodes
                          .map(({ business }) => text.business[business])
                          .join('、') || text.notGiven}
                      </Fact>
                    </>
                  )}
                </DefinitionList>
              </Section>
              {certified && (
                <>
                  <Section title={text.policy}>
                    {platform.shownPolicies.nodes.length === 0 ? (
                      <p className="prose-sub">{text.notGiven}</p>
                    ) : (
                      platform.shownPolicies.nodes.map((policy) => (
                        <div key={policy.id} className="mb-4">
                          <h3>{text.policyVersion(policy.number, text.policyStates[policy.state])}</h3>
                          <p className="whitespace-pre-wrap">{policy.text}</p>
                          {policy.publishedUrl && (
                            <ExternalLink href={policy.publishedUrl}>{text.published}</ExternalLink>
                          )}
                        </div>
                      ))
                    )}
                  </Section>
                  <Section title={text.evaluation}>
                    {platform.evaluations.nodes.length === 0 ? (
                      <p className="prose-sub">{text.notGiven}</p>
                    ) : (
                      <DefinitionList>
                        {platform.evaluations.nodes.map(({ id, fiscalYear, summary, publishedUrl }) => (
                          <Fact key={id} name={text.evaluationOf(fiscalYear)}>
                            <p>{summary}</p>
                            {publishedUrl && (
                              <ExternalLink href={publishedUrl}>{text.published}</ExternalLink>
                            )}
                          </Fact>
                        ))}
                      </DefinitionList>
                    )}
                  </Section>
                  <Section title={text.filings}>
                    <FilingTable platformId={platformId} filings={standing.filings} keeps={keeps} />
                  </Section>
                </>
              )}
              <LinkedNetworks
                networks={linkedNetworks}
                linkable={platform.viewerCan.link.allowed ? platform : undefined}
                unlinks={platform.viewerCan.unlink.allowed}
              />
              {keeps && <ProfileForms platform={platform} members={members} onConflict={again} />}
            </>
          )
        }}
      </Loaded>
    </>
  )
}
