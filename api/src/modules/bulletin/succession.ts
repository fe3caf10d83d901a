import type { Tx } from '../../kernel/db.ts'
import { joinSuccessions, registerCarrier, type CarriedItem } from '../registry/public.ts'

// What was told to a corporation by name, and what its people have read for it, is its successor's when it merges into
// another; where both were told, the successor's own stands. A dissolved corporation leaves nobody to read.

joinSuccessions({
  part: 'announcementRecipient',
  async carry(tx, { corporationId, successorId }) {
    if (!successorId) return []
    const rows = await tx.announcementRecipient.updateManyAndReturn({
      where: { corporationId, announcement: { recipients: { none: { corporationId: successorId } } } },
      data: { corporationId: successorId },
      select: { id: true },
    })
    return rows.map(({ id }): CarriedItem => ({
      recordId: id,
      versionAfter: null,
      gainedIds: [],
      before: {},
    }))
  },
  // Whoever was chosen anew for an announcement that is still to come stays chosen.
  async takeBack(tx, items, { corporationId, successorId }) {
    await tx.announcementRecipient.updateMany({
      where: { id: { in: items.map(({ recordId }) => recordId) }, corporationId: successorId ?? '' },
      data: { corporationId },
    })
  },
})

joinSuccessions({
  part: 'announcementReading',
  async carry(tx, { corporationId, successorId }) {
    if (!successorId) return []
    const rows = await tx.announcementReading.updateManyAndReturn({
      where: { corporationId },
      data: { corporationId: successorId },
      select: { id: true, acknowledgedAt: true },
    })
    return rows.map(({ id, acknowledgedAt }): CarriedItem => ({
      recordId: id,
      versionAfter: null,
      gainedIds: [],
      before: { acknowledgedAt: acknowledgedAt?.toISOString() ?? null },
    }))
  },
  // What was acknowledged since then was acknowledged for the successor.
  async takeBack(tx, items, { corporationId, successorId }) {
    const groups = Map.groupBy(items, ({ before }) => before.acknowledgedAt !== null)
    for (const [acknowledged, group] of groups)
      await tx.announcementReading.updateMany({
        where: {
          id: { in: group.map(({ recordId }) => recordId) },
          corporationId: successorId,
          ...(acknowledged ? {} : { acknowledgedAt: null }),
        },
        data: { corporationId },
      })
  },
})

const RECIPIENTS = `
  SELECT id::text FROM announcement_recipient AS r
  WHERE r.corporation_id = $1::uuid AND NOT EXISTS (
    SELECT FROM announcement_recipient AS o
    WHERE o.announcement_id = r.announcement_id AND o.corporation_id = $2::uuid)
  ORDER BY id`
const READINGS = 'SELECT id::text FROM announcement_reading WHERE corporation_id = $1::uuid ORDER BY id'

// Two records of one corporation that become one: what was told to either and read for either is the kept one's.
registerCarrier({
  relations: ['announcement_recipient', 'announcement_reading'],
  async plan(sql, { record, keptId, absorbedId }) {
    if (record !== 'CORPORATION') return { moves: [], stays: [] }
    const recipients = await sql<{ id: string }>(RECIPIENTS, [absorbedId, keptId])
    const readings = await sql<{ id: string }>(READINGS, [absorbedId])
    const toKept =
      (relation: string) =>
      ({ id }: { readonly id: string }) => ({
        relation,
        id,
        before: { corporation_id: absorbedId },
        after: { corporation_id: keptId },
      })
    return {
      moves: [
        ...recipients.map(toKept('announcement_recipient')),
        ...readings.map(toKept('announcement_reading')),
      ],
      stays: [],
    }
  },
  async apply(tx: Tx, moves) {
    for (const { relation, id, after } of moves) {
      const data = { corporationId: String(after.corporation_id) }
      if (relation === 'announcement_recipient')
        await tx.announcementRecipient.update({ where: { id }, data })
      else await tx.announcementReading.update({ where: { id }, data })
    }
  },
})
