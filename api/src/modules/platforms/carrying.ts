import { dateOf } from '../../kernel/clock.ts'
import { carryTerms, registerCarrier, type CarriedTerm } from '../registry/public.ts'

interface MembershipRow extends CarriedTerm, Record<string, unknown> {
  readonly platform: string
}

const MEMBERSHIPS = `
  SELECT m.id::text, m.platform_id::text AS key, p.name AS platform, m.starts_on::text AS "startsOn", m.ends_on::text AS "endsOn"
  FROM platform_membership AS m JOIN platform AS p ON p.id = m.platform_id
  WHERE m.corporation_id = $1::uuid ORDER BY m.starts_on, m.id`

// A corporation's memberships go over with it; in a network where both are members, the kept one's stands.
registerCarrier({
  relations: ['platform_membership'],

  async plan(sql, { record, keptId, absorbedId }, today) {
    if (record !== 'CORPORATION') return { moves: [], stays: [] }
    const absorbed = await sql<MembershipRow>(MEMBERSHIPS, [absorbedId])
    const { moved, stay, ends } = carryTerms(await sql<MembershipRow>(MEMBERSHIPS, [keptId]), absorbed, today)
    return {
      moves: [
        ...ends.map(({ id, from, endsOn }) => ({
          relation: 'platform_membership',
          id,
          before: { ends_on: from },
          after: { ends_on: endsOn },
        })),
        ...moved.map(({ id }) => ({
          relation: 'platform_membership',
          id,
          before: { corporation_id: absorbedId },
          after: { corporation_id: keptId },
        })),
      ],
      stays: stay.map(({ id }) => ({
        code: 'MEMBERSHIP_TWICE' as const,
        what: absorbed.find((membership) => membership.id === id)?.platform ?? '',
      })),
    }
  },

  async apply(tx, moves) {
    for (const { id, after } of moves) {
      const { corporation_id: corporationId, ends_on: endsOn } = after
      await tx.platformMembership.update({
        where: { id },
        data: {
          ...(typeof corporationId === 'string' ? { corporationId } : {}),
          ...(endsOn === undefined ? {} : { endsOn: typeof endsOn === 'string' ? dateOf(endsOn) : null }),
          version: { increment: 1 },
        },
      })
    }
  },
})
