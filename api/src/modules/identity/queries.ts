import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Sql } from '../../kernel/read/sql.ts'
import type { RoleName, SeatKind, Viewer } from '../../kernel/viewer.ts'
import { roleVisibleTo } from './policy.ts'
import { bodyNamedBy, placeOf, systemBody, type Body } from './rules/bodies.ts'
import { invitationState, type InvitationState } from './rules/invitations.ts'
import { hashOfSecret } from '../../kernel/secrets.ts'
import { isIndispensable, type Term } from './rules/roles.ts'

/** The day in Japan, as Prisma keeps it. */
export const todayAt = (now: Date): Date => dateOf(dayInJapan(now))

const nowhere = {
  corporationId: null,
  facilityId: null,
  platformId: null,
  municipalityCode: null,
  platformIds: [],
}

/** A body with what policies must know of it; null when there is none. */
export async function findBody(
  tx: Tx,
  { kind, id }: Pick<Body, 'kind' | 'id'>,
  now: Date,
): Promise<Body | null> {
  switch (kind) {
    case 'FACILITY': {
      const found = await tx.facility.findUnique({
        where: { id },
        select: { name: true, corporationId: true },
      })
      if (!found) return null
      const { name, corporationId } = found
      const platformIds = corporationId ? await networksOf(tx, corporationId, now) : []
      return { ...nowhere, kind, id, name, facilityId: id, corporationId, platformIds }
    }
    case 'CORPORATION': {
      const found = await tx.corporation.findUnique({ where: { id }, select: { name: true } })
      if (!found) return null
      return { ...nowhere, kind, id, ...found, corporationId: id, platformIds: await networksOf(tx, id, now) }
    }
    case 'PLATFORM': {
      const found = await tx.platform.findUnique({ where: { id }, select: { name: true } })
      return found && { ...nowhere, kind, id, ...found, platformId: id }
    }
    case 'MUNICIPALITY': {
      const found = await tx.municipality.findUnique({ where: { code: id }, select: { name: true } })
      return found && { ...nowhere, kind, id, ...found, municipalityCode: id }
    }
    case 'SYSTEM':
      return systemBody
  }
}

async function networksOf(tx: Tx, corporationId: string, now: Date): Promise<string[]> {
  const today = todayAt(now)
  const memberships = await tx.platformMembership.findMany({
    where: { corporationId, startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
    select: { platformId: true },
  })
  return memberships.map(({ platformId }) => platformId)
}

/** When other people hold a role that a body cannot be without. Their commands are serializable for it. */
export async function othersTerms(
  tx: Tx,
  role: RoleName,
  body: Pick<Body, 'kind' | 'id'>,
  exceptUserId: string,
): Promise<Term[]> {
  if (!isIndispensable(role)) return []
  return tx.roleAssignment.findMany({
    where: { role, ...placeOf(body), userId: { not: exceptUserId } },
    select: { startsOn: true, endsOn: true },
  })
}

/** A role that the viewer may see, with its body; the audit belongs to that body. */
export async function findRole(tx: Tx, id: string, viewer: Viewer, now: Date) {
  const role = await tx.roleAssignment.findFirst({ where: { AND: [{ id }, roleVisibleTo(viewer)] } })
  const body = role && (await findBody(tx, bodyNamedBy(role), now))
  return body && { ...role, corporationId: body.corporationId, body }
}

/** What an invitation offers, for whoever has its link. */
export interface Offer {
  readonly state: InvitationState
  readonly name: string
  readonly email: string
  readonly role: RoleName
  readonly bodyName: string
  readonly inviterName: string
  readonly startsOn: string
  readonly endsOn: string | null
  readonly expiresAt: Date
  readonly hasAccount: boolean
}

interface OfferRow extends Record<string, unknown>, Omit<Offer, 'state' | 'bodyName'> {
  readonly bodyName: string | null
  readonly acceptedAt: Date | null
  readonly revokedAt: Date | null
}

/** Finds what the secret of a link offers; null when it is no secret of ours. */
export async function findOffer(sql: Sql, secret: string, now: Date): Promise<Offer | null> {
  const [row] = await sql<OfferRow>(
    `select i.name, i.email, i.role, coalesce(f.name, c.name, p.name, m.name) as "bodyName", u.name as "inviterName",
            i.starts_on::text as "startsOn", i.ends_on::text as "endsOn", i.expires_at as "expiresAt",
            i.accepted_at as "acceptedAt", i.revoked_at as "revokedAt",
            exists (select from app_user known where known.email = i.email) as "hasAccount"
     from invitation i
     join app_user u on u.id = i.invited_by_user_id
     left join facility f on f.id = i.facility_id
     left join corporation c on c.id = i.corporation_id
     left join platform p on p.id = i.platform_id
     left join municipality m on m.code = i.municipality_code
     where i.token_hash = $1`,
    [Buffer.from(hashOfSecret(secret))],
  )
  return row ? { ...row, bodyName: row.bodyName ?? systemBody.name, state: invitationState(row, now) } : null
}

export interface HeldInvitation {
  readonly name: string
  readonly role: RoleName
  readonly expiresAt: Date
}

export interface HeldToken {
  readonly name: string
  readonly prefix: string
  readonly lastUsedAt: Date | null
  readonly expiresAt: Date
}

export interface Holdings {
  readonly invitations: readonly HeldInvitation[]
  readonly tokens: readonly HeldToken[]
}

/** The bodies that the acting one looks after, as arguments of a statement. */
function reach({ acting }: Viewer): {
  readonly everything: boolean
  readonly platformId: string | null
  readonly corporationId: string | null
  readonly facilityId: string | null
} {
  const holds = (role: RoleName) => acting?.roles.includes(role) ?? false
  return {
    everything: holds('SYSTEM_OPERATOR'),
    platformId: holds('PLATFORM_SECRETARIAT') ? (acting?.platformId ?? null) : null,
    corporationId: holds('CORPORATION_ADMIN') ? (acting?.corporationId ?? null) : null,
    facilityId: holds('FACILITY_DIRECTOR') ? (acting?.facilityId ?? null) : null,
  }
}

/** Open invitations and tokens of a person that concern bodies within the viewer's reach. */
export async function findHoldings(
  sql: Sql,
  viewer: Viewer,
  userId: string | null,
  now: Date,
): Promise<Holdings> {
  const { everything, platformId, corporationId, facilityId } = reach(viewer)
  const [row] = await sql<{ invitations: HeldInvitation[]; tokens: HeldToken[] }>(
    `with body as (
       select 'FACILITY:' || f.id as key, f.id as facility_id, null::uuid as corporation_id, null::uuid as platform_id
       from facility f where f.corporation_id = $4 or f.id = $5
       union all select 'CORPORATION:' || $4::uuid, null, $4::uuid, null where $4::uuid is not null
       union all select 'PLATFORM:' || $3::uuid, null, null, $3::uuid where $3::uuid is not null
     )
     select
       (select coalesce(jsonb_agg(one order by one."expiresAt"), '[]') from (
          select i.name, i.role, i.expires_at as "expiresAt" from invitation i
          where i.invited_by_user_id = $1 and i.accepted_at is null and i.revoked_at is null and i.expires_at > $2
            and ($6 or exists (select from body b
              where b.facility_id = i.facility_id or b.corporation_id = i.corporation_id or b.platform_id = i.platform_id))
          order by i.expires_at limit 100) one) as invitations,
       (select coalesce(jsonb_agg(one order by one.name), '[]') from (
          select t.name, t.prefix, t.last_used_at as "lastUsedAt", t.expires_at as "expiresAt" from api_token t
          where t.user_id = $1 and t.revoked_at is null and t.expires_at > $2
            and ($6 or t.acting_key in (select key from body))
          order by t.name limit 100) one) as tokens`,
    [userId, now, platformId, corporationId, facilityId, everything],
  )
  return row ?? { invitations: [], tokens: [] }
}

/** A body on which the viewer may give roles. */
export interface LookedAfterBody {
  readonly id: string | null
  readonly kind: SeatKind
  readonly name: string
}

const ofOneSeat = `
  select kind, id, name from (
    select 'PLATFORM' as kind, p.id::text as id, p.name, 0 as rank, '' as kana from platform p where p.id = $1
    union all
    select 'CORPORATION', c.id::text, c.name, 1, c.kana from platform_membership m
    join corporation c on c.id = m.corporation_id
    where m.platform_id = $1 and m.starts_on <= $4 and (m.ends_on is null or m.ends_on >= $4)
    union all
    select 'CORPORATION', c.id::text, c.name, 0, '' from corporation c where c.id = $2
    union all
    select 'FACILITY', f.id::text, f.name, 2, f.kana from facility f
    where (f.corporation_id = $2 or f.id = $3) and f.status = 'ACTIVE'
  ) body order by rank, kana, name, id limit 500`

const ofEverything = `
  with wanted as (select search_key($1) as key where search_key($1) <> '')
  select kind, id, name from (
    select 'PLATFORM' as kind, p.id::text, p.name, 1 as rank from wanted, platform p
    where search_key(p.name) like '%' || key || '%'
    union all
    select 'MUNICIPALITY', m.code, m.name, 2 from wanted, municipality m
    where search_key(m.name) like '%' || key || '%'
    union all
    (select 'CORPORATION', c.id::text, c.name, 3 from wanted, corporation c
     where grams(c.search_text) @> query_grams(key) and c.search_text like '%' || key || '%' limit 50)
    union all
    (select 'FACILITY', f.id::text, f.name, 4 from wanted, facility f
     where grams(f.search_text) @> query_grams(key) and f.search_text like '%' || key || '%' limit 50)
  ) body order by rank, name, id limit 50`

/** Bodies within the viewer's reach; an operator has to search, for the reach is everything. */
export async function findLookedAfter(sql: Sql, viewer: Viewer, text: string): Promise<LookedAfterBody[]> {
  const { everything, platformId, corporationId, facilityId } = reach(viewer)
  const rows = everything
    ? await sql<BodyRow>(ofEverything, [text.trim()])
    : await sql<BodyRow>(ofOneSeat, [platformId, corporationId, facilityId, viewer.today])
  const bodies = rows.map(({ kind, id, name }) => ({ kind, name, id: globalId(modelOfKind[kind], id) }))
  if (!everything) return bodies.filter(({ name }) => name.includes(text.trim()))
  return [{ kind: systemBody.kind, name: systemBody.name, id: null }, ...bodies]
}

interface BodyRow extends Record<string, unknown> {
  readonly kind: Exclude<SeatKind, 'SYSTEM'>
  readonly id: string
  readonly name: string
}

const modelOfKind = {
  FACILITY: 'Facility',
  CORPORATION: 'Corporation',
  PLATFORM: 'Platform',
  MUNICIPALITY: 'Municipality',
} as const
