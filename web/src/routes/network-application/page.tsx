import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ApplicationActs } from '../../features/platforms/ApplicationActs.tsx'
import { Thread } from '../../features/platforms/Thread.tsx'
import { graphql } from '../../generated/gql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMembersText } from '../../locales/members.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const Application_query = graphql(`
  query NetworkApplicationPage($id: ID!) {
    membershipApplication(id: $id) {
      id
      networkId
      origin
      state
      memberClass
      message
      invitedAt
      submittedAt
      closedAt
      closingReason
      corporation {
        id
        name
        sample
      }
      platform {
        id
        name
        admissionClause
      }
      membership {
        id
      }
      answers(first: 20) {
        nodes {
          id
          question
          answer
        }
      }
      viewerCan {
        apply {
          allowed
        }
      }
      ...ApplicationActs_application
      ...Thread_application
    }
    networksToJoin {
      platformId
      name
      classes {
        code
        name
      }
    }
  }
`)

const Deciding_query = graphql(`
  query NetworkApplicationDeciding($id: ID!) {
    networkStanding(platformId: $id) {
      classes {
        code
        name
      }
      ...EnrolmentFields_rules
    }
    carriedDecisions(platformId: $id) {
      decisionId
      ...EnrolmentFields_decision
    }
  }
`)

const route = getRouteApi('/network/applications/$applicationId')

/** An application or invitation, with what was answered and asked, and what becomes of it. */
export function NetworkApplicationPage() {
  const { applicationId } = route.useParams()
  const networkText = useNetworkText()
  const membersText = useMembersText()
  const text = membersText.application
  const language = useLanguage()
  const [result, readAgain] = useQuery({ query: Application_query, variables: { id: applicationId } })
  const networkId = result.data?.membershipApplication?.platform?.id
  const [{ data: deciding }] = useQuery({
    query: Deciding_query,
    variables: { id: networkId ?? '' },
    pause: networkId === undefined,
  })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  const day = (moment: string) => <time dateTime={moment}>{formatDate(moment, language)}</time>
  return (
    <Loaded result={result} retry={again} lines={20}>
      {({ membershipApplication: application, networksToJoin }) => {
        if (!application) return <PageHead title={text.notFound} />
        const { corporation, platform, state } = application
        const outside = networksToJoin.find(({ platformId }) => platformId === application.networkId)
        const network = platform?.name ?? outside?.name ?? networkText.title
        const classes = deciding?.networkStanding?.classes ?? outside?.classes ?? []
        const open = state === 'INVITED' || state === 'SUBMITTED'
        return (
          <>
            <Breadcrumbs current={text.title}>
              {platform ? (
                <Link to="/network/members" search={{ id: platform.id }}>
                  {membersText.list.title}
                </Link>
              ) : (
                <Link to="/network/join">{membersText.join.title}</Link>
              )}
            </Breadcrumbs>
            <PageHead
              title={application.origin === 'INVITED' ? text.invitation : text.title}
              kicker={text.of(corporation?.name ?? '', network)}
              sample={corporation?.sample}
              actions={
                <>
                  {state === 'INVITED' && application.viewerCan.apply.allowed && (
                    <LinkButton to="/network/join" hash={application.networkId} kind="main">
                      {text.takeUp}
                    </LinkButton>
                  )}
                  {application.membership && (
                    <LinkButton
                      to="/network/members/$membershipId"
                      params={{ membershipId: application.membership.id }}
                    >
                      {text.membership}
                    </LinkButton>
                  )}
                  <PrintButton />
                </>
              }
            />
            <Section title={text.facts}>
              <DefinitionList>
                <Fact name={text.state}>{membersText.applications.states[state]}</Fact>
                <Fact name={text.class}>
                  {classes.find(({ code }) => code === application.memberClass)?.name ??
                    application.memberClass}
                </Fact>
                {application.invitedAt && <Fact name={text.invited}>{day(application.invitedAt)}</Fact>}
                {application.submittedAt && <Fact name={text.sent}>{day(application.submittedAt)}</Fact>}
                {application.message && <Fact name={text.message}>{application.message}</Fact>}
                {application.closedAt && <Fact name={text.closed}>{day(application.closedAt)}</Fact>}
                {application.closingReason && <Fact name={text.reason}>{application.closingReason}</Fact>}
              </DefinitionList>
            </Section>
            {application.submittedAt && (
              <Section title={text.answers}>
                {application.answers.nodes.length === 0 ? (
                  <p className="prose-sub">{text.noAnswers}</p>
                ) : (
                  <DefinitionList>
                    {application.answers.nodes.map(({ id, question, answer }) => (
                      <Fact key={id} name={question}>
                        {answer}
                      </Fact>
                    ))}
                  </DefinitionList>
                )}
              </Section>
            )}
            <Thread application={application} open={open} />
            <ApplicationActs
              key={state}
              application={application}
              network={
                platform && deciding?.networkStanding
                  ? {
                      rules: deciding.networkStanding,
                      decisions: deciding.carriedDecisions,
                      clause: platform.admissionClause ?? null,
                    }
                  : null
              }
              onConflict={again}
            />
          </>
        )
      }}
    </Loaded>
  )
}
