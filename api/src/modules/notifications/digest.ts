import type { Db, Tx } from '../../kernel/db.ts'
import { portalLink } from '../../kernel/portal-link.ts'
import { mailedKind, type Params } from './kinds.ts'
import { letter } from './letter.ts'
import { TOPICS, type TopicName } from './rules/topics.ts'

/** A notification as a mail needs it. */
export interface Notice {
  readonly id: string
  readonly userId: string
  readonly kind: string
  readonly params: unknown
  readonly link: string
  readonly subject: string | null
  readonly readAt: Date | null
}

/**
 * Of some notifications, those that still tell something to do or to know. News is old once it was read; where somebody
 * waits for an answer, only the answer counts.
 */
export async function openOnes<N extends Notice>(
  db: Db | Tx,
  notices: readonly N[],
  now: Date,
): Promise<N[]> {
  const open = new Set<string>()
  const groups = Map.groupBy(notices, ({ userId, kind }) => `${userId} ${kind}`)
  for (const group of groups.values()) {
    const [first] = group
    const kind = first && mailedKind(first.kind)
    const untilDone = kind !== undefined && TOPICS[kind.topic].obligatory
    const asked = untilDone ? group : group.filter(({ readAt }) => readAt === null)
    const subjects = asked.flatMap(({ subject }) => subject ?? [])
    const left =
      first && kind?.stillOpen ? await kind.stillOpen(db, { userId: first.userId, subjects, now }) : null
    for (const { id, subject } of asked) if (!left || (subject !== null && left.has(subject))) open.add(id)
  }
  return notices.filter(({ id }) => open.has(id))
}

const titles: Readonly<Record<TopicName, string>> = {
  MUST_READ: '必ずお読みください',
  ANNOUNCEMENTS: 'お知らせ',
  DOCUMENTS: '新しい書類',
  FACTS: '情報の確認のお願い',
  NETWORK: 'ネットワークの動き',
  SEARCHES: '保存した検索',
  PEOPLE: '人と役割',
}

/** More lines nobody reads; the portal has them all. */
const MOST_LINES = 30

/** One mail about some notifications, by topic. */
export function noticeLetter(name: string, notices: readonly Notice[]): { subject: string; body: string } {
  const shown = notices.slice(0, MOST_LINES)
  const byTopic = Map.groupBy(shown, ({ kind }) => mailedKind(kind)?.topic ?? 'NETWORK')
  const parts = (Object.keys(titles) as TopicName[]).flatMap((topic) => {
    const lines = byTopic.get(topic) ?? []
    if (lines.length === 0) return []
    return [
      `■ ${titles[topic]}`,
      ...lines.map(
        ({ kind, params, link }) =>
          `・${mailedKind(kind)?.line(params as Params) ?? ''}\n　${portalLink(link as `/${string}`)}`,
      ),
    ]
  })
  const [only] = notices.length === 1 ? notices : []
  const about = only ? (mailedKind(only.kind)?.line(only.params as Params) ?? '') : `${notices.length}件`
  return {
    subject: only ? `【結】${about}` : `【結】お知らせのまとめ（${about}）`,
    body: letter(
      `${name} 様`,
      ...parts,
      ...(notices.length > shown.length
        ? [`ほか${notices.length - shown.length}件があります。\n${portalLink('/notifications')}`]
        : []),
      settingsLine(),
    ),
  }
}

/** Where the person chooses what comes by mail; stands in every mail that can be chosen. */
export const settingsLine = (): string =>
  `メールの受け取り方は、ここで変えられます。\n${portalLink('/account/notices')}`
