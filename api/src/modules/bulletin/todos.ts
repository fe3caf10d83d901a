import { globalId } from '../../kernel/ids.ts'
import type { Todo, TodoCircumstances } from '../../kernel/todos.ts'
import { actsAs } from '../../kernel/viewer.ts'
import { TOLD } from './policy/announcements.ts'
import { goesTo } from './rules/announcements.ts'
import { membersCorporation } from './rules/viewers.ts'

/** What is older is in the list of announcements, but no longer on the home page. */
const ASKED_FOR_DAYS = 365
const NEWS_FOR_DAYS = 30

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly title: string
  readonly network: string
  readonly must: boolean
}

const UNREAD = `
  SELECT a.id, a.title, p.name AS network, a.must_acknowledge AS must
  FROM announcement a JOIN platform p ON p.id = a.platform_id
  LEFT JOIN announcement_reading r ON r.announcement_id = a.id AND r.user_id = $1::uuid
  WHERE a.platform_id = ANY ($2::uuid[]) AND a.withdrawn_at IS NULL AND a.published_at IS NOT NULL
    AND a.publish_at > $4::timestamptz - make_interval(days => CASE WHEN a.must_acknowledge THEN ${ASKED_FOR_DAYS} ELSE ${NEWS_FOR_DAYS} END)
    AND CASE WHEN a.must_acknowledge THEN r.acknowledged_at IS NULL ELSE r.id IS NULL END
    AND ${goesTo('$3::uuid', '$5::date')}
  ORDER BY a.publish_at DESC, a.id DESC LIMIT 100`

/** Announcements that wait for 「読みました」, one by one, and the other unread ones as one line. */
export async function announcementsToRead({ viewer, now, sql }: TodoCircumstances): Promise<Todo[]> {
  const corporationId = membersCorporation(viewer)
  if (corporationId === null || !actsAs(viewer, ...TOLD) || viewer.platformIds.length === 0) return []
  const rows = await sql<Row>(UNREAD, [
    viewer.userId,
    [...viewer.platformIds],
    corporationId,
    now,
    viewer.today,
  ])
  const news = rows.filter(({ must }) => !must)
  const [first] = news
  return [
    ...rows
      .filter(({ must }) => must)
      .map(({ id, title, network }) => ({
        id: `bulletin.acknowledge:${id}`,
        kind: 'CONFIRM' as const,
        code: 'ANNOUNCEMENT_TO_ACKNOWLEDGE',
        params: { title, network },
        dueOn: null,
        link: `/network/announcements/${globalId('Announcement', id)}`,
      })),
    ...(first
      ? [
          {
            id: 'bulletin.read',
            kind: 'CONFIRM' as const,
            code: 'ANNOUNCEMENTS_TO_READ',
            params: { title: first.title, count: news.length },
            dueOn: null,
            link: '/network/announcements',
          },
        ]
      : []),
  ]
}
