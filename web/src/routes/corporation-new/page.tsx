import { useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { RegisterCorporationForm } from '../../features/registry/RegisterCorporationForm.tsx'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const CorporationNewPage_query = graphql(`
  query CorporationNewPage {
    municipalities(first: 100) {
      nodes {
        id
        code
        name
      }
    }
    serviceKinds(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`)

/** 法人を登録する: a corporation that no published file names, with its one facility. */
export function CorporationNewPage() {
  const text = useCorporationText().register
  const registry = useRegistryText().search
  const navigate = useNavigate()
  const [result, readAgain] = useQuery({ query: CorporationNewPage_query })
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/registry">{registry.title}</Link>
      </Breadcrumbs>
      <PageHead title={text.title} lead={<p>{text.lead}</p>} />
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
        {({ municipalities, serviceKinds }) => (
          <RegisterCorporationForm
            municipalities={municipalities.nodes}
            serviceKinds={serviceKinds.nodes}
            onDone={(corporationId) => {
              announce(text.done)
              void navigate({ to: '/corporations/$corporationId', params: { corporationId } })
            }}
            leave={<LinkButton to="/registry">{text.close}</LinkButton>}
          />
        )}
      </Loaded>
    </>
  )
}
