import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { formatDay } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useHappeningText, useNotificationsText } from '../../locales/notifications.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { PathLink } from '../../ui/Link/PathLink.tsx'
import { AsideBox } from '../../ui/Page/Page.tsx'

const Latest = graphql(`
  query LatestNews {
    notifications(first: 3, unread: true) {
      nodes {
        id
        kind
        params
        link
        createdAt
      }
    }
  }
`)

/** The newest unread news, in the narrow column; nothing when all is read. */
export function LatestNews() {
  const text = useNotificationsText()
  const happening = useHappeningText()
  const language = useLanguage()
  const [{ data }] = useQuery({ query: Latest })
  if (!data || data.notifications.nodes.length === 0) return null
  return (
    <AsideBox title={text.latest} network>
      <ul>
        {data.notifications.nodes.map(({ id, kind, params, link, createdAt }) => (
          <li key={id}>
            <time dateTime={createdAt}>{formatDay(createdAt, language)}</time>
            <br />
            <PathLink path={link}>{happening(kind, params)}</PathLink>
          </li>
        ))}
      </ul>
      <Link className="yui-text-button" to="/notifications">
        {text.seeAll}
      </Link>
    </AsideBox>
  )
}
