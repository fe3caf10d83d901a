import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { TakeInForms } from '../../features/platforms/TakeInForms.tsx'
import { graphql } from '../../generated/gql.ts'
import { useReasonText } from '../../locales/codes.ts'
import { useMembersText } from '../../locales/members.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const Invite_query = graphql(`
  query NetworkInvitePage($id: ID!) {
    platform(id: $id) {
      id
      name
      sample
      viewerCan {
        run {
          allowed
          reason
        }
      }
      ...TakeInForms_platform
    }
    networkStanding(platformId: $id) {
      ...EnrolmentFields_rules
    }
    carriedDecisions(platformId: $id) {
      decisionId
      ...EnrolmentFields_decision
    }
  }
`)

const route = getRouteApi('/network/invite')

/** 会員を迎える. */
export function NetworkInvitePage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <TakeIn platformId={chosen} />}</ChosenNetwork>
}

function TakeIn({ platformId }: { platformId: string }) {
  const text = useMembersText()
  const networkText = useNetworkText()
  const reasonText = useReasonText()
  const [result, readAgain] = useQuery({ query: Invite_query, variables: { id: platformId } })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <>
      <Breadcrumbs current={text.invite.title}>
        <Link to="/network/members" search={{ id: platformId }}>
          {text.list.title}
        </Link>
      </Breadcrumbs>
      <Loaded result={result} retry={again} lines={12}>
        {({ platform, networkStanding, carriedDecisions }) =>
          platform && networkStanding ? (
            <>
              <PageHead
                title={text.invite.title}
                kicker={platform.name}
                sample={platform.sample}
                lead={<p>{text.invite.lead}</p>}
              />
              {platform.viewerCan.run.allowed ? (
                <TakeInForms
                  platform={platform}
                  rules={networkStanding}
                  decisions={carriedDecisions}
                  onConflict={again}
                />
              ) : (
                <Notice kind="bad">
                  <p>{reasonText(platform.viewerCan.run.reason ?? 'OTHER')}</p>
                </Notice>
              )}
            </>
          ) : (
            <PageHead title={networkText.none} lead={<p>{networkText.noneBody}</p>} />
          )
        }
      </Loaded>
    </>
  )
}
