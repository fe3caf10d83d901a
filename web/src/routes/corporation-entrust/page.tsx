import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { GiveForm } from '../../features/registry/mandates/GiveForm.tsx'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useReasonText } from '../../locales/codes.ts'
import { useMandatesText } from '../../locales/mandates.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const CorporationEntrustPage_query = graphql(`
  query CorporationEntrustPage($id: ID!) {
    corporation(id: $id) {
      id
      name
      sample
      memberships(first: 20) {
        nodes {
          id
          platform {
            id
            name
          }
        }
      }
    }
    corporationPermissions(corporationId: $id) {
      entrust {
        allowed
        reason
      }
    }
  }
`)

const route = getRouteApi('/corporations/$corporationId/entrust')

/** 権限を任せる. */
export function CorporationEntrustPage() {
  const { corporationId } = route.useParams()
  const text = useMandatesText().form
  const registry = useRegistryText()
  const reasonText = useReasonText()
  const navigate = useNavigate()
  const [result, readAgain] = useQuery({
    query: CorporationEntrustPage_query,
    variables: { id: corporationId },
  })
  const back = {
    to: '/corporations/$corporationId',
    params: { corporationId },
    hash: 'mandates',
  } as const
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
            {corporationPermissions?.entrust.allowed ? (
              <GiveForm
                corporation={corporation}
                networks={corporation.memberships.nodes.flatMap(({ platform }) => platform ?? [])}
                onDone={() => {
                  announce(text.done)
                  void navigate(back)
                }}
                leave={<LinkButton {...back}>{text.leave}</LinkButton>}
              />
            ) : (
              <Notice kind="bad">
                <p>{reasonText(corporationPermissions?.entrust.reason ?? 'OTHER')}</p>
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
