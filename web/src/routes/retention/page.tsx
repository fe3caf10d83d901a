import { useQuery } from 'urql'
import { RetentionRuleTable } from '../../features/bulletin/RetentionRuleTable.tsx'
import { graphql } from '../../generated/gql.ts'
import { useRetentionText } from '../../locales/retention.ts'
import { useServicesText } from '../../locales/services.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const RetentionPage_query = graphql(`
  query RetentionPage {
    retentionRules(everyDay: true, first: 100) {
      nodes {
        id
        ...RetentionRuleTable_rule
      }
    }
  }
`)

/** 書類の保存年数の案: how long each kind of paper is kept, for whoever files one. */
export function RetentionPage() {
  const text = useRetentionText()
  const services = useServicesText()
  const [result, readAgain] = useQuery({ query: RetentionPage_query })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/admin/services">{services.title}</Link>
      </Breadcrumbs>
      <PageHead title={text.title} lead={<p>{text.lead}</p>} />
      <Loaded result={result} retry={again}>
        {({ retentionRules }) => <RetentionRuleTable rules={retentionRules.nodes} onChanged={again} />}
      </Loaded>
    </>
  )
}
