import { dayInJapan } from '../../kernel/clock.ts'
import type { Todo, TodoCircumstances } from '../../kernel/todos.ts'

/** A hand-over is spoken of so many days before it. */
const AHEAD_DAYS = 30
/** The sender of an invitation that nobody accepts is asked so many days before it expires. */
const EXPIRING_DAYS = 2

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly what: 'LEAVING' | 'FOLLOWING' | 'EXPIRING'
  readonly who: string
  /** ISO day, or null for an invitation, whose last moment is in `expiresAt`. */
  readonly onDate: string | null
  readonly expiresAt: Date | null
}

const statement = `
  select h.id, case when h.from_user_id = $1 then 'LEAVING' else 'FOLLOWING' end as what,
         case when h.from_user_id = $1 then successor.name else leaver.name end as who,
         h.on_date::text as "onDate", null::timestamptz as "expiresAt"
  from role_handover h
  join app_user leaver on leaver.id = h.from_user_id
  join app_user successor on successor.id = h.to_user_id
  where h.status = 'PLANNED' and (h.from_user_id = $1 or h.to_user_id = $1)
    and h.on_date <= $2::date + $4::int
  union all
  select i.id, 'EXPIRING', i.name, null, i.expires_at
  from invitation i
  where i.invited_by_user_id = $1 and i.accepted_at is null and i.revoked_at is null
    and i.expires_at > $3 and i.expires_at <= $3::timestamptz + make_interval(days => $5::int)
  limit 100`

/** Hand-overs of the near future that the viewer is part of, and invitations of the viewer that will soon expire. */
export async function findTodos({ viewer, now, sql }: TodoCircumstances): Promise<Todo[]> {
  const rows = await sql<Row>(statement, [viewer.userId, viewer.today, now, AHEAD_DAYS, EXPIRING_DAYS])
  return rows.map(todoOf)
}

function todoOf({ id, what, who, onDate, expiresAt }: Row): Todo {
  const params = { name: who }
  const link = '/people'
  switch (what) {
    case 'EXPIRING': {
      const dueOn = expiresAt && dayInJapan(expiresAt)
      return {
        id: `identity.invitation:${id}`,
        kind: 'DECIDE',
        code: 'INVITATION_ABOUT_TO_EXPIRE',
        params,
        dueOn,
        link,
      }
    }
    case 'LEAVING':
      return {
        id: `identity.handover:${id}`,
        kind: 'DECIDE',
        code: 'HANDOVER_TO_PREPARE',
        params,
        dueOn: onDate,
        link,
      }
    case 'FOLLOWING':
      return {
        id: `identity.handover:${id}`,
        kind: 'CONFIRM',
        code: 'HANDOVER_TO_RECEIVE',
        params,
        dueOn: onDate,
        link,
      }
  }
}
