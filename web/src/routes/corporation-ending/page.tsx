import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { EndingForm } from '../../features/registry/EndingForm.tsx'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useReasonText } from '../../locales/codes.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const CorporationEndingPage_query = graphql(`
  query CorporationEndingPage($id: ID!) {
    corporation(id: $id) {
      id
      name
      sample
    }
    corporationPermissions(corporationId: $id) {
      recordSuccession {
        allowed
        reason
      }
    }
  }
`)

const route = getRouteApi('/corporations/$corporationId/ending')

/** 合併・解散を記録する. */
export function CorporationEndingPage() {
  const { corporationId } = route.useParams()
  const { ending: text, leave } = useCorporationText()
  const registry = useRegistryText()
  const reasonText = useReasonText()
  const navigate = useNavigate()
  const [result, readAgain] = useQuery({
    query: CorporationEndingPage_query,
    variables: { id: corporationId },
  })
  const back = { to: '/corporations/$corporationId', params: { corporationId } } as const
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={12}>
      {({ corporation, corporationPermissions }) =>
        corporation ? (
          <>
            <Breadcrumbs current={text.title}>
              <Link to="/registry">{registry.search.title}</Link>
              <Link {...back}>{corporation.name}</Link>
            </Breadcrumbs>
            <PageHead
              title={text.title}
              sample={corporation.sample}
              lead={
                <>
                  <p>{corporation.name}</p>
                  <p>{text.lead}</p>
                </>
              }
            />
            {corporationPermissions?.recordSuccession.allowed ? (
              <EndingForm
                corporation={corporation}
                onDone={(words) => {
                  announce(words)
                  void navigate(back)
                }}
                leave={<LinkButton {...back}>{leave}</LinkButton>}
              />
            ) : (
              <Notice kind="bad">
                <p>{reasonText(corporationPermissions?.recordSuccession.reason ?? 'OTHER')}</p>
              </Notice>
            )}
          </>
        ) : (
          <PageHead title={registry.corporation.notFound} />
        )
      }
    </Loaded>
  )
}
