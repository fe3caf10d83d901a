import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { checkEnding, findSuccession } from '../corporation-ending.ts'
import { todayAt } from '../corporation-writing.ts'
import { onlyThePortal } from '../policy/corporation.ts'
import { carryOut } from '../corporation-succession.ts'

export const completeSuccession = command({
  name: 'completeSuccession',
  description: 'On the day of a merger or dissolution it takes effect; by itself, and once.',
  input: z.object({ corporationSuccessionId: z.uuid().describe('What was written down.') }),
  isolation: 'serializable',
  patience: 120,
  subject: (tx, { corporationSuccessionId }, _viewer, now) =>
    findSuccession(tx, corporationSuccessionId, now),
  may: onlyThePortal,
  auditAudience: ({ corporationId, successorId }) => [
    `corporation:${corporationId}`,
    ...(successorId ? [`corporation:${successorId}` as const] : []),
  ],
  async run({ tx, subject, now, emit }) {
    const { id, kind, corporationId, successorId, onDate, recordedByUserId, ending } = subject
    const today = todayAt(now)
    // Whoever comes second waits here for the first one's commit and then finds nothing to do.
    const { count } = await tx.corporationSuccession.updateMany({
      where: { id, status: 'PLANNED', onDate: { lte: today } },
      data: { status: 'DONE', version: { increment: 1 } },
    })
    if (count === 1) {
      // Much may have happened since it was planned: the successor may have ended, facilities may have come.
      await checkEnding(tx, ending, today, now)
      const succession = { id, kind, corporationId, successorId, onDate, today, now, recordedByUserId }
      await carryOut({ tx, emit }, succession)
    }
    return { corporationSuccessionId: id }
  },
})
