import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { announceTask, findTask } from '../decision-tasks.ts'
import * as policy from '../policy/decisions.ts'

/** 「やり直しにする」 */
export const reopenDecisionTask = command({
  name: 'reopenDecisionTask',
  description: 'A task that was called done or dropped is to be done after all.',
  scope: 'meetings:write',
  input: z.object({
    decisionTaskId: idOf('DecisionTask').describe('The task it is about.'),
    version: version(),
  }),
  subject: (tx, { decisionTaskId }, viewer) => findTask(tx, decisionTaskId, viewer),
  may: policy.workOnTask,
  async run({ tx, subject, input, emit }) {
    if (subject.state !== 'DONE' && subject.state !== 'DROPPED')
      throw new RuleProblem('TASK_IS_OPEN', 'It is to be done as it is.')
    const open = { state: 'TO_DO' as const, doneAt: null, doneByUserId: null, dropReason: null }
    await save(tx.decisionTask, subject, input.version, open)
    announceTask(emit, subject)
    return { decisionTaskId: subject.id }
  },
})
