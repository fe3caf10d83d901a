import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { MarkAllRead } from '../../features/notifications/MarkAllRead.tsx'
import { NotificationList } from '../../features/notifications/NotificationList.tsx'
import { graphql } from '../../generated/gql.ts'
import { useNotificationsText } from '../../locales/notifications.ts'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'

const NotificationsPageQuery = graphql(`
  query NotificationsPage($after: String, $unread: Boolean) {
    notifications(first: 20, after: $after, unread: $unread) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        createdAt
        ...NotificationList_notification
      }
    }
    viewer {
      unreadNotifications
    }
  }
`)

const route = getRouteApi('/notifications')

/** お知らせ: what happened and concerns me. */
export function NotificationsPage() {
  const text = useNotificationsText()
  const { after, unread } = route.useSearch()
  const [result, readAgain] = useQuery({ query: NotificationsPageQuery, variables: { after, unread } })

  return (
    <>
      <PageHead
        title={text.title}
        lead={<p>{text.lead}</p>}
        actions={
          result.data &&
          result.data.viewer.unreadNotifications > 0 && (
            <MarkAllRead until={result.data.notifications.nodes[0]?.createdAt} />
          )
        }
      />
      <Choices label={text.show}>
        <Link to="/notifications" aria-current={!unread || undefined}>
          {text.all}
        </Link>
        <Link to="/notifications" search={{ unread: true }} aria-current={unread}>
          {text.unread}
        </Link>
      </Choices>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
        {({ notifications: { nodes, pageInfo, totalCount } }) =>
          nodes.length === 0 ? (
            <EmptyState title={unread ? text.noneUnread : text.none}>
              <p>{text.noneBody}</p>
            </EmptyState>
          ) : (
            <>
              <NotificationList notifications={nodes} />
              <Pager label={text.pages} position={text.shown(nodes.length, totalCount)}>
                {after && (
                  <Link to="/notifications" search={{ unread }}>
                    {text.newest}
                  </Link>
                )}
                {pageInfo.hasNextPage && (
                  <Link to="/notifications" search={{ unread, after: pageInfo.endCursor ?? undefined }}>
                    {text.older}
                  </Link>
                )}
              </Pager>
            </>
          )
        }
      </Loaded>
    </>
  )
}
