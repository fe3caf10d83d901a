import type { NoticeDelivery } from '../../generated/prisma/enums.ts'
import type { Sql } from '../../kernel/read/sql.ts'
import { deliveryOf, TOPIC_NAMES, TOPICS, type TopicName } from './rules/topics.ts'

/** A bell that says 99+ needs no exact number. */
export const MOST_COUNTED = 100

/** How many notifications a person has not read, up to `MOST_COUNTED`. */
export async function unreadCount(sql: Sql, userId: string): Promise<number> {
  const [row] = await sql<{ count: number }>(
    `select count(*)::int as count from (
       select from notification where user_id = $1 and read_at is null limit $2
     ) unread`,
    [userId, MOST_COUNTED],
  )
  return row?.count ?? 0
}

/** When a person hears of a topic by mail. */
export interface NoticeSetting {
  readonly topic: TopicName
  readonly delivery: NoticeDelivery
  readonly byDefault: NoticeDelivery
  readonly obligatory: boolean
}

/** The settings of a person, whether chosen or not. */
export async function noticeSettings(sql: Sql, userId: string): Promise<NoticeSetting[]> {
  const rows = await sql<{ topic: string; delivery: NoticeDelivery }>(
    'select topic, delivery from notice_choice where user_id = $1::uuid',
    [userId],
  )
  const chosen = new Map(rows.map(({ topic, delivery }) => [topic, delivery]))
  return TOPIC_NAMES.map((topic) => ({
    topic,
    delivery: deliveryOf(topic, chosen.get(topic)),
    ...TOPICS[topic],
  }))
}
