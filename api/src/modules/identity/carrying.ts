import type { Prisma } from '../../generated/prisma/client.ts'
import { dateOf } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { registerCarrier, carryTerms, type CarriedTerm, type Move } from '../registry/public.ts'

interface RoleRow extends CarriedTerm, Record<string, unknown> {
  readonly role: string
}

const ROLES = `
  SELECT id::text, user_id || ' ' || role AS key, role, starts_on::text AS "startsOn", ends_on::text AS "endsOn"
  FROM role_assignment`
const OPEN_INVITATIONS = `
  SELECT id::text FROM invitation WHERE accepted_at IS NULL AND revoked_at IS NULL`

// Whoever works at a facility or for a corporation goes over with it: roles, and invitations nobody has answered yet.
registerCarrier({
  relations: ['role_assignment', 'invitation'],

  async plan(sql, { record, keptId, absorbedId }, today) {
    const column = record === 'FACILITY' ? 'facility_id' : 'corporation_id'
    const roles = (id: string) =>
      sql<RoleRow>(`${ROLES} WHERE ${column} = $1::uuid ORDER BY starts_on, id`, [id])
    const absorbed = await roles(absorbedId)
    const { moved, stay, ends } = carryTerms(await roles(keptId), absorbed, today)
    const invitations = await sql<{ id: string }>(
      `${OPEN_INVITATIONS} AND ${column} = $1::uuid ORDER BY id`,
      [absorbedId],
    )
    const toKept = (relation: string) => (id: string) => ({
      relation,
      id,
      before: { [column]: absorbedId },
      after: { [column]: keptId },
    })
    return {
      moves: [
        ...ends.map(({ id, from, endsOn }) => ({
          relation: 'role_assignment',
          id,
          before: { ends_on: from },
          after: { ends_on: endsOn },
        })),
        ...moved.map(({ id }) => id).map(toKept('role_assignment')),
        ...invitations.map(({ id }) => id).map(toKept('invitation')),
      ],
      stays: stay.map(({ id }) => ({
        code: 'ROLE_TWICE' as const,
        what: absorbed.find((role) => role.id === id)?.role ?? '',
      })),
    }
  },

  async apply(tx, moves) {
    for (const move of moves) await (move.relation === 'invitation' ? moveInvitation : moveRole)(tx, move)
  },
})

const idIn = (cells: Move['after'], column: string): string | undefined => {
  const cell = cells[column]
  return typeof cell === 'string' ? cell : undefined
}

async function moveRole(tx: Tx, { id, after }: Move): Promise<void> {
  const data: Prisma.RoleAssignmentUncheckedUpdateInput = {
    facilityId: idIn(after, 'facility_id'),
    corporationId: idIn(after, 'corporation_id'),
    version: { increment: 1 },
  }
  const endsOn = after.ends_on
  if (endsOn !== undefined) data.endsOn = typeof endsOn === 'string' ? dateOf(endsOn) : null
  await tx.roleAssignment.update({ where: { id }, data })
}

async function moveInvitation(tx: Tx, { id, after }: Move): Promise<void> {
  await tx.invitation.update({
    where: { id },
    data: {
      facilityId: idIn(after, 'facility_id'),
      corporationId: idIn(after, 'corporation_id'),
      version: { increment: 1 },
    },
  })
}
