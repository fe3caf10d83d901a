import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import type { RoleName, Viewer } from '../../kernel/viewer.ts'
import { roleVisibleTo } from './policy.ts'
import { bodyNamedBy, placeOf, systemBody, type Body } from './rules/bodies.ts'
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
