import type pg from 'pg'
import { sqlFor } from '../../../kernel/read/sql.ts'
import type { HeldMandate, RoleName, Seat, SeatKind } from '../../../kernel/viewer.ts'
import { SYSTEM_ID, systemBody } from '../rules/bodies.ts'

/** A seat with the networks that are open to it today, and with what corporations have entrusted it with. */
export interface LoadedSeat extends Seat {
  readonly platformIds: readonly string[]
  readonly mandates: readonly HeldMandate[]
}

/** Who a session or a token is, and every body the person may act for on one day. */
export interface Account {
  readonly userId: string
  readonly sessionId: string | null
  readonly secondFactor: boolean
  readonly tokenId: string | null
  readonly scopes: readonly string[] | null
  readonly expiresAt: Date
  readonly seats: readonly LoadedSeat[]
}

interface SeatRow {
  kind: SeatKind
  id: string | null
  name: string | null
  corporationId: string | null
  facilityId: string | null
  platformId: string | null
  municipalityCode: string | null
  roles: RoleName[]
  platformIds: string[]
  mandates: HeldMandate[]
}

interface AccountRow extends Record<string, unknown> {
  userId: string
  sessionId: string | null
  secondFactor: boolean
  tokenId: string | null
  scopes: string[] | null
  expiresAt: Date
  seats: SeatRow[]
}

// $2 = now, $3 = the day in Japan. A person has a handful of roles, so each part is a look-up by key.
const seatsOfHolder = `
  select coalesce(jsonb_agg(to_jsonb(seat) order by seat.kind, seat.name, seat.id), '[]')
  from (
    select
      case when f.id is not null then 'FACILITY' when c.id is not null then 'CORPORATION'
           when p.id is not null then 'PLATFORM' when m.code is not null then 'MUNICIPALITY' else 'SYSTEM' end as kind,
      coalesce(f.id::text, c.id::text, p.id::text, m.code) as id,
      coalesce(f.name, c.name, p.name, m.name) as name,
      c.id as "corporationId", f.id as "facilityId", p.id as "platformId", m.code as "municipalityCode",
      jsonb_agg(distinct r.role) as roles,
      to_jsonb(array(
        select p.id where p.id is not null
        union
        select pm.platform_id from platform_membership pm
        where pm.corporation_id = c.id and pm.starts_on <= $3 and (pm.ends_on is null or pm.ends_on >= $3)
        union
        select pl.id from platform pl where pl.municipality_code = m.code
      )) as "platformIds",
      (select coalesce(jsonb_agg(jsonb_build_object('id', md.id, 'permission', md.permission,
           'corporationId', md.corporation_id, 'corporationName', giver.name) order by giver.kana, md.permission, md.id), '[]')
       from mandate md
       join corporation giver on giver.id = md.corporation_id and giver.status = 'ACTIVE'
       where md.ended_at is null and md.starts_on <= $3 and (md.ends_on is null or md.ends_on >= $3)
         and case
           when bool_or(r.role = 'CORPORATION_ADMIN') then f.id is null and md.holder_corporation_id = c.id
           when bool_or(r.role = 'PLATFORM_SECRETARIAT') then md.holder_platform_id = p.id and exists (
             select from platform_membership pm where pm.platform_id = p.id and pm.corporation_id = md.corporation_id
               and pm.starts_on <= $3 and (pm.ends_on is null or pm.ends_on >= $3))
           else false
         end) as mandates
    from role_assignment r
    left join facility f on f.id = r.facility_id
    left join corporation c on c.id = coalesce(r.corporation_id, f.corporation_id)
    left join platform p on p.id = r.platform_id
    left join municipality m on m.code = r.municipality_code
    where r.user_id = holder.user_id and r.starts_on <= $3 and (r.ends_on is null or r.ends_on >= $3)
    group by f.id, c.id, p.id, m.code
  ) seat`

const bySession = `
    select holder.user_id as "userId", holder.id as "sessionId", holder.second_factor as "secondFactor",
           null as "tokenId", null as scopes, holder.expires_at as "expiresAt", (${seatsOfHolder}) as seats
    from auth_session holder
    where holder.token = $1 and holder.expires_at > $2`

// Notes the use of the token in the same statement, at most once a minute.
const byToken = `
    with used as (
      update api_token set last_used_at = $2
      where token_hash = $1 and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')
    )
    select holder.user_id as "userId", null as "sessionId", false as "secondFactor",
           holder.id as "tokenId", holder.scopes, holder.expires_at as "expiresAt",
           (select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements((${seatsOfHolder})) one
            where (one ->> 'kind') || ':' || coalesce(one ->> 'id', '${SYSTEM_ID}') = holder.acting_key) as seats
    from api_token holder
    where holder.token_hash = $1 and holder.expires_at > $2 and holder.revoked_at is null`

/** What proves who is asking: the token of a session, or the hash of an API token. */
export type Credential = { readonly session: string } | { readonly tokenHash: Uint8Array }

/** Loads who somebody is on a day, in one statement; null when the session or token is not, or no longer, valid. */
export async function loadAccount(
  pool: pg.Pool,
  credential: Credential,
  now: Date,
  day: string,
): Promise<Account | null> {
  const [statement, key] =
    'session' in credential ? [bySession, credential.session] : [byToken, Buffer.from(credential.tokenHash)]
  const [row] = await sqlFor(pool)<AccountRow>(statement, [key, now, day])
  return row ? { ...row, seats: row.seats.map(seatOf) } : null
}

function seatOf({ id, name, ...row }: SeatRow): LoadedSeat {
  const seatId = id ?? SYSTEM_ID
  return { ...row, id: seatId, name: name ?? systemBody.name, key: `${row.kind}:${seatId}` }
}
