import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { CloseForm } from '../../features/registry/edit/CloseForm.tsx'
import { ReopenForm } from '../../features/registry/edit/ReopenForm.tsx'
import { graphql } from '../../generated/gql.ts'
import { useReasonText } from '../../locales/codes.ts'
import { useFacilityEditText } from '../../locales/facility-edit.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const FacilityClosePage_query = graphql(`
  query FacilityClosePage($id: ID!) {
    facility(id: $id) {
      id
      shortName
      sample
      status
      viewerCan {
        close {
          allowed
          reason
        }
      }
      ...CloseForm_facility
      ...ReopenForm_facility
    }
  }
`)

const route = getRouteApi('/facilities/$facilityId/close')

/** Closes a facility, or opens a closed one again. */
export function FacilityClosePage() {
  const text = useFacilityEditText()
  const reasonText = useReasonText()
  const registry = useRegistryText()
  const { facilityId } = route.useParams()
  const [result, readAgain] = useQuery({ query: FacilityClosePage_query, variables: { id: facilityId } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={12}>
      {({ facility }) => {
        if (!facility) return <PageHead title={registry.facility.notFound} />
        const open = facility.status === 'ACTIVE'
        const { title, lead } = open ? text.close : text.reopen
        const { allowed, reason } = facility.viewerCan.close
        return (
          <>
            <Breadcrumbs current={title}>
              <Link to="/registry">{registry.search.title}</Link>
              <Link to="/facilities/$facilityId" params={{ facilityId }}>
                {facility.shortName}
              </Link>
            </Breadcrumbs>
            <PageHead
              title={title}
              sample={facility.sample}
              lead={
                <>
                  <p>{facility.shortName}</p>
                  <p>{lead}</p>
                </>
              }
            />
            {!allowed ? (
              <Notice>
                <p>{reasonText(reason ?? 'OTHER')}</p>
              </Notice>
            ) : open ? (
              <CloseForm facility={facility} />
            ) : (
              <ReopenForm facility={facility} />
            )}
          </>
        )
      }}
    </Loaded>
  )
}
