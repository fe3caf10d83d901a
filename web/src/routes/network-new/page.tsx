import { useQuery } from 'urql'
import { StartForm } from '../../features/platforms/StartForm.tsx'
import { graphql } from '../../generated/gql.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useMembersText } from '../../locales/members.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const New_query = graphql(`
  query NetworkNewPage {
    networkTemplates {
      code
      ...StartForm_template
    }
    platforms(first: 20) {
      nodes {
        id
        name
      }
    }
  }
`)

/** 新しいネットワークを始める. */
export function NetworkNewPage() {
  const text = useMembersText().start
  const networkText = useNetworkText()
  const viewer = useViewer()
  const roles = viewer?.acting?.roles ?? []
  const operates = roles.includes('SYSTEM_OPERATOR')
  const [result, readAgain] = useQuery({ query: New_query })
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/network">{networkText.title}</Link>
      </Breadcrumbs>
      <PageHead title={text.title} lead={<p>{text.lead}</p>} />
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={15}>
        {({ networkTemplates, platforms }) => {
          // Whoever acts for a network sees that one alone.
          const [own] = operates ? [] : platforms.nodes
          return operates || roles.includes('PLATFORM_SECRETARIAT') ? (
            <>
              {own && (
                <p className="mb-4">
                  {text.below}：{own.name}
                </p>
              )}
              <StartForm templates={networkTemplates} parentId={own?.id ?? null} />
            </>
          ) : (
            <Notice>
              <p>{text.notYours}</p>
            </Notice>
          )
        }}
      </Loaded>
    </>
  )
}
