import { joinSuccessions, type CarriedItem } from './corporation-succession.ts'
import { registerCarrier, type Move } from './public.ts'
import { builtUpon } from './rules/succession.ts'

// Trust is not inherited: when a corporation merges or is dissolved, what it had entrusted to others and what others had
// entrusted to it ends, and the successor is asked anew. Taken back, it stands again.
joinSuccessions({
  part: 'mandate',
  async carry(tx, { corporationId, now }) {
    const rows = await tx.mandate.updateManyAndReturn({
      where: { OR: [{ corporationId }, { holderCorporationId: corporationId }], endedAt: null },
      data: { endedAt: now, endedBecause: 'CORPORATION_ENDED', version: { increment: 1 } },
      select: { id: true, version: true },
    })
    return rows.map(({ id, version }): CarriedItem => ({
      recordId: id,
      versionAfter: version,
      gainedIds: [],
      before: {},
    }))
  },
  async takeBack(tx, items) {
    for (const { recordId, versionAfter } of items) {
      const { count } = await tx.mandate.updateMany({
        where: { id: recordId, version: versionAfter ?? 0, endedBecause: 'CORPORATION_ENDED' },
        data: { endedAt: null, endedBecause: null, version: { increment: 1 } },
      })
      if (count !== 1) throw builtUpon()
    }
  },
})

// On either side of the absorbed record; not those that would then be between the kept one and itself, nor those that the
// kept one has given or got on some of the same days.
const GOING = `
  SELECT m.id::text, m.corporation_id = $2::uuid AS "isGiver",
    CASE WHEN m.corporation_id = $2::uuid THEN holder.name ELSE giver.name END AS what,
    coalesce(m.holder_corporation_id, m.corporation_id) IN ($1::uuid, $2::uuid)
      AND m.corporation_id IN ($1::uuid, $2::uuid) AND m.holder_platform_id IS NULL
    OR m.ended_at IS NULL AND EXISTS (
      SELECT FROM mandate kept
      WHERE kept.id <> m.id AND kept.ended_at IS NULL AND kept.permission = m.permission
        AND kept.corporation_id = CASE m.corporation_id WHEN $2::uuid THEN $1::uuid ELSE m.corporation_id END
        AND coalesce(kept.holder_corporation_id, kept.holder_platform_id)
          = CASE coalesce(m.holder_corporation_id, m.holder_platform_id)
              WHEN $2::uuid THEN $1::uuid ELSE coalesce(m.holder_corporation_id, m.holder_platform_id) END
        AND daterange(kept.starts_on, kept.ends_on, '[]') && daterange(m.starts_on, m.ends_on, '[]')) AS stays
  FROM mandate m JOIN corporation giver ON giver.id = m.corporation_id
  CROSS JOIN LATERAL (
    SELECT coalesce((SELECT name FROM corporation WHERE id = m.holder_corporation_id),
                    (SELECT name FROM platform WHERE id = m.holder_platform_id)) AS name) AS holder
  WHERE $2::uuid IN (m.corporation_id, m.holder_corporation_id) ORDER BY m.id`

// Two records of one corporation become one: what was entrusted to or by either is so to or by the kept one.
registerCarrier({
  relations: ['mandate'],

  async plan(sql, { record, keptId, absorbedId }) {
    if (record !== 'CORPORATION') return { moves: [], stays: [] }
    const rows = await sql<{ id: string; isGiver: boolean; what: string; stays: boolean }>(GOING, [
      keptId,
      absorbedId,
    ])
    const column = (isGiver: boolean) => (isGiver ? 'corporation_id' : 'holder_corporation_id')
    return {
      moves: rows
        .filter(({ stays }) => !stays)
        .map(({ id, isGiver }): Move => ({
          relation: 'mandate',
          id,
          before: { [column(isGiver)]: absorbedId },
          after: { [column(isGiver)]: keptId },
        })),
      stays: rows.filter(({ stays }) => stays).map(({ what }) => ({ code: 'MANDATE_TWICE' as const, what })),
    }
  },

  async apply(tx, moves) {
    for (const { id, after } of moves) {
      const { corporation_id: corporationId, holder_corporation_id: holderCorporationId } = after
      await tx.mandate.update({
        where: { id },
        data: {
          ...(typeof corporationId === 'string' ? { corporationId } : {}),
          ...(typeof holderCorporationId === 'string' ? { holderCorporationId } : {}),
          version: { increment: 1 },
        },
      })
    }
  },
})
