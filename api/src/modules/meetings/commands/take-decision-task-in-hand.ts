import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { announceTask, findTask, refuseIfOver } from '../decision-tasks.ts'
import * as policy from '../policy/decisions.ts'

/** 「取りかかる」 */
export const takeDecisionTaskInHand = command({
  name: 'takeDecisionTaskInHand',
  description: 'Whoever has to do a task says that work on it has begun.',
  scope: 'meetings:write',
  input: z.object({
    decisionTaskId: idOf('DecisionTask').describe('The task it is about.'),
    version: version(),
  }),
  subject: (tx, { decisionTaskId }, viewer) => findTask(tx, decisionTaskId, viewer),
  may: policy.workOnTask,
  async run({ tx, subject, input, emit }) {
    refuseIfOver(subject)
    await save(tx.decisionTask, subject, input.version, { state: 'IN_HAND' })
    announceTask(emit, subject)
    return { decisionTaskId: subject.id }
  },
})
