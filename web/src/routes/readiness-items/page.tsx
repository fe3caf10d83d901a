import { useQuery } from 'urql'
import { ItemTable } from '../../features/readiness/ItemTable.tsx'
import { graphql } from '../../generated/gql.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { useServicesText } from '../../locales/services.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const ReadinessItemsPage_query = graphql(`
  query ReadinessItemsPage {
    readinessItems(everyDay: true, first: 100) {
      nodes {
        id
        ...ItemTable_item
      }
    }
  }
`)

/** 福祉避難所の点検項目: what the checklist asks, with its sources; the operator corrects and confirms it. */
export function ReadinessItemsPage() {
  const text = useReadinessText().items
  const services = useServicesText()
  const [result, readAgain] = useQuery({ query: ReadinessItemsPage_query })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/admin/services">{services.title}</Link>
      </Breadcrumbs>
      <PageHead title={text.title} lead={<p>{text.lead}</p>} />
      <Loaded result={result} retry={again}>
        {({ readinessItems }) => <ItemTable items={readinessItems.nodes} onDone={again} />}
      </Loaded>
    </>
  )
}
