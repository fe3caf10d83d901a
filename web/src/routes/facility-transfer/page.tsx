import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { TransferForm } from '../../features/registry/edit/TransferForm.tsx'
import { graphql } from '../../generated/gql.ts'
import { useReasonText } from '../../locales/codes.ts'
import { useFacilityEditText } from '../../locales/facility-edit.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const FacilityTransferPage_query = graphql(`
  query FacilityTransferPage($id: ID!) {
    facility(id: $id) {
      id
      shortName
      sample
      viewerCan {
        transfer {
          allowed
          reason
        }
      }
      ...TransferForm_facility
    }
  }
`)

const route = getRouteApi('/facilities/$facilityId/transfer')

/** 「運営する法人をかえる」（事業譲渡） */
export function FacilityTransferPage() {
  const { transfer: text } = useFacilityEditText()
  const registry = useRegistryText()
  const reasonText = useReasonText()
  const { facilityId } = route.useParams()
  const [result, readAgain] = useQuery({ query: FacilityTransferPage_query, variables: { id: facilityId } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={12}>
      {({ facility }) => {
        if (!facility) return <PageHead title={registry.facility.notFound} />
        const { allowed, reason } = facility.viewerCan.transfer
        return (
          <>
            <Breadcrumbs current={text.title}>
              <Link to="/registry">{registry.search.title}</Link>
              <Link to="/facilities/$facilityId" params={{ facilityId }}>
                {facility.shortName}
              </Link>
            </Breadcrumbs>
            <PageHead
              title={text.title}
              sample={facility.sample}
              lead={
                <>
                  <p>{facility.shortName}</p>
                  <p>{text.lead}</p>
                </>
              }
            />
            {allowed ? (
              <TransferForm facility={facility} />
            ) : (
              <Notice>
                <p>{reasonText(reason ?? 'OTHER')}</p>
              </Notice>
            )}
          </>
        )
      }}
    </Loaded>
  )
}
