import type { Prisma } from '../../generated/prisma/client.ts'
import { builtUpon, joinSuccessions, registerCarrier, type CarriedItem } from '../registry/public.ts'

const OPEN = ['TO_DO', 'IN_HAND'] as const

// What a corporation still has to do because of a decision goes to its successor; without one, to the secretariat, which
// keeps the list. What it has done stays its own.
joinSuccessions({
  part: 'decisionTask',
  async carry(tx, { corporationId, successorId }) {
    const tasks = await tx.decisionTask.updateManyAndReturn({
      where: { corporationId, state: { in: [...OPEN] } },
      data: { corporationId: successorId, version: { increment: 1 } },
      select: { id: true, version: true },
    })
    return tasks.map(({ id, version }): CarriedItem => {
      const before: Prisma.InputJsonObject = { corporationId }
      return { recordId: id, versionAfter: version, gainedIds: [], before }
    })
  },
  async takeBack(tx, items, { corporationId }) {
    for (const { recordId, versionAfter } of items) {
      const { count } = await tx.decisionTask.updateMany({
        where: { id: recordId, version: versionAfter ?? -1 },
        data: { corporationId, version: { increment: 1 } },
      })
      if (count !== 1) throw builtUpon()
    }
  },
})

// Two records of one corporation that become one: all its tasks are the kept one's.
registerCarrier({
  relations: ['decision_task'],
  async plan(sql, { record, keptId, absorbedId }) {
    if (record !== 'CORPORATION') return { moves: [], stays: [] }
    const rows = await sql<{ id: string }>(
      'SELECT id::text FROM decision_task WHERE corporation_id = $1::uuid ORDER BY id',
      [absorbedId],
    )
    return {
      moves: rows.map(({ id }) => ({
        relation: 'decision_task',
        id,
        before: { corporation_id: absorbedId },
        after: { corporation_id: keptId },
      })),
      stays: [],
    }
  },
  async apply(tx, moves) {
    for (const { id, after } of moves) {
      const { corporation_id: corporationId } = after
      if (typeof corporationId === 'string')
        await tx.decisionTask.update({ where: { id }, data: { corporationId, version: { increment: 1 } } })
    }
  },
})
