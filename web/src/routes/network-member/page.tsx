import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { MemberActs } from '../../features/platforms/MemberActs.tsx'
import { graphql } from '../../generated/gql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useToday } from '../../lib/today.ts'
import { useMembersText } from '../../locales/members.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const Member_query = graphql(`
  query NetworkMemberPage($id: ID!, $day: Date!) {
    platformMembership(id: $id) {
      id
      memberClass
      votes
      votesBasis
      startsOn
      endsOn
      admissionBasis
      admittedByDecision
      ending
      endingBasis
      noticeGivenOn
      corporation {
        id
        name
        sample
      }
      platform {
        id
        name
      }
      history: suspensions(first: 20) {
        nodes {
          id
          startsOn
          endsOn
          reason
        }
      }
      ...MemberActs_membership
    }
  }
`)

const Rules_query = graphql(`
  query NetworkMemberRules($id: ID!) {
    networkStanding(platformId: $id) {
      noticeDays
      noticeClause
      classes {
        code
        name
        votes
      }
      ...EnrolmentFields_rules
    }
    carriedDecisions(platformId: $id) {
      decisionId
      ...EnrolmentFields_decision
    }
  }
`)

const route = getRouteApi('/network/members/$membershipId')

/** One membership: its kind, votes and times, and what can be written down of it. */
export function NetworkMemberPage() {
  const { membershipId } = route.useParams()
  const membersText = useMembersText()
  const text = membersText.member
  const language = useLanguage()
  const day = useToday()
  const [result, readAgain] = useQuery({ query: Member_query, variables: { id: membershipId, day } })
  const platformId = result.data?.platformMembership?.platform?.id
  const [{ data: rules }] = useQuery({
    query: Rules_query,
    variables: { id: platformId ?? '' },
    pause: platformId === undefined,
  })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  const date = (iso: string) => <time dateTime={iso}>{formatDate(iso, language)}</time>
  return (
    <Loaded result={result} retry={again} lines={15}>
      {({ platformMembership: membership }) => {
        if (!membership?.platform) return <PageHead title={text.notFound} />
        const { corporation, platform } = membership
        const standing = rules?.networkStanding
        const kind = standing?.classes.find(({ code }) => code === membership.memberClass)
        return (
          <>
            <Breadcrumbs current={corporation?.name ?? text.title}>
              <Link to="/network/members" search={{ id: platform.id }}>
                {membersText.list.title}
              </Link>
            </Breadcrumbs>
            <PageHead
              title={corporation?.name ?? text.title}
              kicker={`${platform.name}　${text.title}`}
              sample={corporation?.sample}
              actions={<PrintButton />}
            />
            <Section title={text.facts}>
              <DefinitionList>
                <Fact name={text.class}>{kind?.name ?? membership.memberClass}</Fact>
                <Fact name={text.votes}>
                  {membersText.list.votesOf(membership.votes ?? kind?.votes ?? 0)}
                </Fact>
                {membership.votesBasis && <Fact name={text.votesBasis}>{membership.votesBasis}</Fact>}
                <Fact name={text.since}>{date(membership.startsOn)}</Fact>
                <Fact name={text.until}>{membership.endsOn ? date(membership.endsOn) : text.goesOn}</Fact>
                {(membership.admissionBasis ?? membership.admittedByDecision) && (
                  <Fact name={text.admission}>
                    {membership.admittedByDecision ? text.byDecision : membership.admissionBasis}
                  </Fact>
                )}
                {membership.ending && (
                  <Fact name={text.ending}>
                    {text.endings[membership.ending]}
                    {membership.endingBasis && <span className="yui-row-note">{membership.endingBasis}</span>}
                  </Fact>
                )}
                {membership.noticeGivenOn && <Fact name={text.notice}>{date(membership.noticeGivenOn)}</Fact>}
              </DefinitionList>
            </Section>
            <Section title={text.suspensions}>
              {membership.history.nodes.length === 0 ? (
                <p className="prose-sub">{text.noSuspensions}</p>
              ) : (
                <Lines>
                  {membership.history.nodes.map(({ id, startsOn, endsOn, reason }) => (
                    <li key={id}>
                      {text.suspended(
                        formatDate(startsOn, language),
                        endsOn ? formatDate(endsOn, language) : null,
                      )}
                      <span className="yui-row-note">{reason}</span>
                    </li>
                  ))}
                </Lines>
              )}
            </Section>
            {standing && (
              <MemberActs
                membership={membership}
                rules={standing}
                decisions={rules.carriedDecisions}
                notice={{ days: standing.noticeDays, clause: standing.noticeClause }}
                onChanged={again}
              />
            )}
          </>
        )
      }}
    </Loaded>
  )
}
