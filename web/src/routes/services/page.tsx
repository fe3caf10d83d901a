import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { RegisterLink } from '../../features/registry/RegisterLink.tsx'
import { ServiceKindTable } from '../../features/registry/ServiceKindTable.tsx'
import { graphql } from '../../generated/gql.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { useRetentionText } from '../../locales/retention.ts'
import { useServicesText } from '../../locales/services.ts'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const ServicesPage_query = graphql(`
  query ServicesPage($confirmed: Boolean) {
    serviceKinds(first: 100, confirmed: $confirmed) {
      nodes {
        id
        ...ServiceKindTable_serviceKind
      }
    }
  }
`)

const route = getRouteApi('/admin/services')

/** サービスの一覧: the master data of service codes. */
export function ServicesPage() {
  const text = useServicesText()
  const { facts } = useCorporationText()
  const retention = useRetentionText()
  const { unconfirmed } = route.useSearch()
  const variables = { confirmed: unconfirmed ? false : undefined }
  const [result, readAgain] = useQuery({ query: ServicesPage_query, variables })
  return (
    <>
      <PageHead
        title={text.title}
        lead={
          <>
            <p>{text.lead}</p>
            <p>
              <Link to="/admin/facts">{facts.link}</Link>
            </p>
            <p>
              <Link to="/admin/retention">{retention.link}</Link>
            </p>
            <p>
              <Link to="/admin/readiness-items">{text.readinessItems}</Link>
            </p>
            <RegisterLink />
          </>
        }
      />
      <Choices label={text.show}>
        <Link to="/admin/services" aria-current={!unconfirmed || undefined}>
          {text.all}
        </Link>
        <Link to="/admin/services" search={{ unconfirmed: true }} aria-current={unconfirmed}>
          {text.onlyUnconfirmed}
        </Link>
      </Choices>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
        {({ serviceKinds }) => <ServiceKindTable serviceKinds={serviceKinds.nodes} />}
      </Loaded>
    </>
  )
}
