import { useQuery } from 'urql'
import { MasterFactTable } from '../../features/registry/MasterFactTable.tsx'
import { graphql } from '../../generated/gql.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { useServicesText } from '../../locales/services.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const FactsPage_query = graphql(`
  query FactsPage {
    masterFacts(first: 100) {
      nodes {
        id
        ...MasterFactTable_masterFact
      }
    }
  }
`)

/** 判断に使う一覧: lists of the state's that the registry computes with. */
export function FactsPage() {
  const text = useCorporationText().facts
  const services = useServicesText()
  const [result, readAgain] = useQuery({ query: FactsPage_query })
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/admin/services">{services.title}</Link>
      </Breadcrumbs>
      <PageHead title={text.title} lead={<p>{text.lead}</p>} />
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
        {({ masterFacts }) => <MasterFactTable masterFacts={masterFacts.nodes} />}
      </Loaded>
    </>
  )
}
