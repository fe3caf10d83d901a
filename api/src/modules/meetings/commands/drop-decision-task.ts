import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { announceTask, findTask, refuseIfOver } from '../decision-tasks.ts'
import { line } from '../inputs.ts'
import * as policy from '../policy/decisions.ts'

/** 「取りやめる」 */
export const dropDecisionTask = command({
  name: 'dropDecisionTask',
  description: 'Secretariat or chair say that a task is no longer to be done, and why.',
  scope: 'meetings:write',
  input: z.object({
    decisionTaskId: idOf('DecisionTask').describe('The task it is about.'),
    version: version(),
    reason: line(200).describe('Why; 1 to 200 characters.'),
  }),
  subject: (tx, { decisionTaskId }, viewer) => findTask(tx, decisionTaskId, viewer),
  may: policy.giveTask,
  async run({ tx, subject, input, emit }) {
    refuseIfOver(subject)
    await save(tx.decisionTask, subject, input.version, { state: 'DROPPED', dropReason: input.reason })
    announceTask(emit, subject)
    return { decisionTaskId: subject.id }
  },
})
