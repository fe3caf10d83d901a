import { formatMoment } from '../../lib/dates.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { useCommand } from '../../lib/command.ts'
import { useLanguage } from '../../lib/language.ts'
import { useHappeningText, useNotificationsText } from '../../locales/notifications.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { PathLink } from '../../ui/Link/PathLink.tsx'

const Item = graphql(`
  fragment NotificationList_notification on Notification {
    id
    kind
    params
    link
    createdAt
    readAt
  }
`)

const MarkRead = graphql(`
  mutation NotificationList_markRead($input: MarkNotificationReadInput!) {
    markNotificationRead(input: $input) {
      ... on MarkNotificationReadPayload {
        notification {
          ...NotificationList_notification
        }
      }
      ...Refusal
    }
  }
`)

interface NotificationListProps {
  notifications: readonly FragmentType<typeof Item>[]
}

/** What happened, newest first. Opening one marks it as read. */
export function NotificationList({ notifications }: NotificationListProps) {
  const text = useNotificationsText()
  const happening = useHappeningText()
  const language = useLanguage()
  const markRead = useCommand(MarkRead)
  return (
    <Lines>
      {readFragment(Item, notifications).map(({ id, kind, params, link, createdAt, readAt }) => {
        const read = () => void markRead({ input: { notificationId: id } })
        return (
          <li key={id}>
            <p className="prose-note">
              <time dateTime={createdAt}>{formatMoment(createdAt, language)}</time>
              {!readAt && <b>{text.isNew}</b>}
            </p>
            <PathLink path={link} onClick={readAt ? undefined : read}>
              {happening(kind, params)}
            </PathLink>
            {!readAt && (
              <Button kind="text" onClick={read}>
                {text.markRead}
              </Button>
            )}
          </li>
        )
      })}
    </Lines>
  )
}
