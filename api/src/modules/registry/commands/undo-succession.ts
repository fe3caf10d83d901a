import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { text } from '../corporation-inputs.ts'
import { findSuccession } from '../corporation-ending.ts'
import { todayAt } from '../corporation-writing.ts'
import * as events from '../events.ts'
import { recordSuccession } from '../policy/corporation.ts'
import { builtUpon } from '../rules/succession.ts'
import { announced, takeBack } from '../corporation-succession.ts'

export const undoSuccession = command({
  name: 'undoSuccession',
  description:
    'Calls a planned merger or dissolution off, or takes one back that has taken effect, as a whole and while nobody has built on it: ' +
    'the corporation stands again with everything it had.',
  input: z.object({
    corporationSuccessionId: idOf('CorporationSuccession').describe('What was written down.'),
    reason: text(300).describe('Why it is taken back. At most 300 characters.'),
  }),
  isolation: 'serializable',
  onConstraint: {
    role_assignment_no_overlap: builtUpon,
    platform_membership_no_overlap: builtUpon,
    mandate_no_overlap: builtUpon,
  },
  subject: (tx, { corporationSuccessionId }, _viewer, now) =>
    findSuccession(tx, corporationSuccessionId, now),
  may: recordSuccession,
  async run({ tx, subject, now, emit }) {
    const { id, kind, status, corporationId, successorId, onDate, recordedByUserId, ending } = subject
    const succession = {
      id,
      kind,
      corporationId,
      successorId,
      onDate,
      today: todayAt(now),
      now,
      recordedByUserId,
    }
    if (status !== 'PLANNED' && status !== 'DONE')
      throw new RuleProblem('SUCCESSION_UNDONE', 'It was called off or taken back already.')
    if (status === 'DONE' && ending.successor && ending.successor.status !== 'ACTIVE') throw builtUpon()
    const { count } = await tx.corporationSuccession.updateMany({
      where: { id, status },
      data: { status: status === 'PLANNED' ? 'CANCELLED' : 'REVERTED', version: { increment: 1 } },
    })
    if (count !== 1) throw new RuleProblem('SUCCESSION_UNDONE', 'It was called off or taken back already.')
    if (status === 'DONE') {
      await takeBack({ tx, emit }, succession)
    } else {
      const { payload, options } = await announced(tx, succession)
      emit(events.CorporationSuccessionReverted, payload, options)
    }
    return { corporationId, corporationSuccessionId: id }
  },
})
