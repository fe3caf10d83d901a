import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { RegisterForm } from '../../features/registry/edit/RegisterForm.tsx'
import { graphql } from '../../generated/gql.ts'
import { useFacilityEditText } from '../../locales/facility-edit.ts'
import { useReasonText } from '../../locales/codes.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const FacilityRegisterPage_query = graphql(`
  query FacilityRegisterPage($id: ID!) {
    corporation(id: $id) {
      id
      name
      sample
      facilitiesViewerCan {
        register {
          allowed
          reason
        }
      }
    }
  }
`)

const route = getRouteApi('/facilities/new')

/** 「施設を登録する」, for the corporation in the address. */
export function FacilityRegisterPage() {
  const text = useFacilityEditText().register
  const reasonText = useReasonText()
  const { title } = useRegistryText().search
  const { corporation: corporationId } = route.useSearch()
  const [result, readAgain] = useQuery({
    query: FacilityRegisterPage_query,
    variables: { id: corporationId ?? '' },
    pause: corporationId === undefined,
  })
  if (corporationId === undefined)
    return (
      <>
        <PageHead title={text.title} lead={<p>{text.chooseCorporation}</p>} />
        <Link to="/registry">{text.toRegistry}</Link>
      </>
    )
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ corporation }) =>
        corporation ? (
          <>
            <Breadcrumbs current={text.title}>
              <Link to="/registry">{title}</Link>
              <Link to="/corporations/$corporationId" params={{ corporationId: corporation.id }}>
                {corporation.name}
              </Link>
            </Breadcrumbs>
            <PageHead
              title={text.title}
              sample={corporation.sample}
              lead={
                <>
                  <p>{text.of(corporation.name)}</p>
                  <p>{text.lead}</p>
                </>
              }
            />
            {corporation.facilitiesViewerCan.register.allowed ? (
              <RegisterForm corporationId={corporation.id} />
            ) : (
              <Notice>
                <p>{reasonText(corporation.facilitiesViewerCan.register.reason ?? 'OTHER')}</p>
              </Notice>
            )}
          </>
        ) : (
          <PageHead title={text.chooseCorporation} />
        )
      }
    </Loaded>
  )
}
