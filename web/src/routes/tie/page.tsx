import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { isConfidential, numberOf, stateOn } from '../../features/collaboration/stages.ts'
import { TieActions } from '../../features/collaboration/TieActions.tsx'
import { TieHistory } from '../../features/collaboration/TieHistory.tsx'
import { TieParties } from '../../features/collaboration/TieParties.tsx'
import { TieTerms } from '../../features/collaboration/TieTerms.tsx'
import { graphql } from '../../generated/gql.ts'
import { formatDate, today } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useNetworkText } from '../../locales/network.ts'
import { useTiesText } from '../../locales/ties.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import '../../features/collaboration/ties.css'

const TiePage_query = graphql(`
  query TiePage($id: ID!) {
    collaborationTie(id: $id) {
      id
      stage
      status
      subject
      validFrom
      validTo
      endedBecause
      platform {
        id
        name
        sample
      }
      service {
        id
        name
      }
      proposedBy {
        id
        name
      }
      amends {
        id
      }
      amendments(first: 1) {
        nodes {
          id
          status
        }
      }
      parties(first: 100) {
        nodes {
          id
          ...TieParties_party
        }
      }
      papers {
        id
        ...Tie_terms
        evidence(first: 20) {
          nodes {
            id
            kind
            reference
            datedOn
          }
        }
        facilities(first: 100) {
          nodes {
            id
            facility {
              id
              name
            }
          }
        }
      }
      changes(first: 50) {
        nodes {
          id
          ...TieHistory_change
        }
      }
      viewerCan {
        agree {
          allowed
        }
        object {
          allowed
        }
        withdraw {
          allowed
        }
        change {
          allowed
        }
      }
      ...TieActions_tie
    }
  }
`)

const route = getRouteApi('/network/ties/$tieId')

/** One tie: its parties, terms and papers, and what the viewer may do with it. */
export function TiePage() {
  const { tieId: id } = route.useParams()
  const texts = useTiesText()
  const text = texts.tie
  const networkText = useNetworkText()
  const language = useLanguage()
  const [result, readAgain] = useQuery({ query: TiePage_query, variables: { id } })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={again} lines={16}>
      {({ collaborationTie: tie }) => {
        if (!tie) return <PageHead title={text.notFound} lead={<p>{text.notFoundBody}</p>} />
        const { papers, platform, amends, viewerCan } = tie
        const from = formatDate(tie.validFrom, language)
        const amendment = tie.amendments.nodes.find(({ status }) => status === 'PROPOSED')
        const acts = [viewerCan.agree, viewerCan.object, viewerCan.withdraw, viewerCan.change]
        return (
          <>
            <Breadcrumbs current={tie.subject}>
              <Link to="/network" search={platform ? { id: platform.id } : {}}>
                {networkText.title}
              </Link>
              <Link to="/network/ties" search={platform ? { id: platform.id } : {}}>
                {texts.title}
              </Link>
            </Breadcrumbs>
            <PageHead
              title={tie.subject}
              kicker={`${texts.stage(numberOf(tie.stage))}　${texts.stages[tie.stage]}`}
              sample={platform?.sample ?? false}
              actions={<PrintButton />}
            />
            {isConfidential(tie.stage) && (
              <Notice>
                <p>{text.confidential}</p>
              </Notice>
            )}
            {amendment && (
              <Notice>
                <p>
                  {text.amendment}{' '}
                  <Link to="/network/ties/$tieId" params={{ tieId: amendment.id }}>
                    {text.amendmentLink}
                  </Link>
                </p>
              </Notice>
            )}
            <DefinitionList>
              <Fact name={text.facts.status}>{text.statuses[stateOn(tie, today())]}</Fact>
              <Fact name={text.facts.term}>
                {tie.validTo ? text.term(from, formatDate(tie.validTo, language)) : text.openTerm(from)}
              </Fact>
              {tie.endedBecause && <Fact name={text.facts.endedBecause}>{tie.endedBecause}</Fact>}
              {platform && <Fact name={text.facts.network}>{platform.name}</Fact>}
              {tie.service && <Fact name={text.facts.service}>{tie.service.name}</Fact>}
              <Fact name={text.facts.proposedBy}>{tie.proposedBy?.name ?? text.facts.recorded}</Fact>
              {amends && (
                <Fact name={text.facts.amends}>
                  <Link to="/network/ties/$tieId" params={{ tieId: amends.id }}>
                    {text.facts.amendsLink}
                  </Link>
                </Fact>
              )}
            </DefinitionList>
            {acts.some(({ allowed }) => allowed) && (
              <Section title={text.actions.title}>
                <TieActions tie={tie} onConflict={again} />
              </Section>
            )}
            <Section title={text.parties}>
              <TieParties parties={tie.parties.nodes} />
            </Section>
            {papers ? (
              <>
                <Section title={text.terms}>
                  <TieTerms papers={papers} />
                </Section>
                {papers.facilities.nodes.length > 0 && (
                  <Section title={text.facilities}>
                    <Lines>
                      {papers.facilities.nodes.map(({ id: key, facility }) => (
                        <li key={key}>
                          <Link to="/facilities/$facilityId" params={{ facilityId: facility.id }}>
                            {facility.name}
                          </Link>
                        </li>
                      ))}
                    </Lines>
                  </Section>
                )}
                <Section title={text.evidence}>
                  {papers.evidence.nodes.length === 0 && <p>{text.noEvidence}</p>}
                  <Lines>
                    {papers.evidence.nodes.map(({ id: key, kind, reference, datedOn }) => (
                      <li key={key}>
                        {texts.evidenceKinds[kind]}　{reference}
                        {datedOn && (
                          <span className="yui-row-note">{text.dated(formatDate(datedOn, language))}</span>
                        )}
                      </li>
                    ))}
                  </Lines>
                </Section>
                <Section title={text.history}>
                  <TieHistory changes={tie.changes.nodes} />
                </Section>
              </>
            ) : (
              <p className="prose-note mt-8">{text.papersHidden}</p>
            )}
          </>
        )
      }}
    </Loaded>
  )
}
