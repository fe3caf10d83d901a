import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { announceTask, findTask, refuseIfOver } from '../decision-tasks.ts'
import * as policy from '../policy/decisions.ts'

/** 「済みにする」 */
export const finishDecisionTask = command({
  name: 'finishDecisionTask',
  description: 'Whoever has to do a task says that it is done; nobody is reminded of it any more.',
  scope: 'meetings:write',
  input: z.object({
    decisionTaskId: idOf('DecisionTask').describe('The task it is about.'),
    version: version(),
  }),
  subject: (tx, { decisionTaskId }, viewer) => findTask(tx, decisionTaskId, viewer),
  may: policy.workOnTask,
  async run({ tx, subject, input, viewer, now, emit }) {
    refuseIfOver(subject)
    const done = { state: 'DONE' as const, doneAt: now, doneByUserId: viewer.userId }
    await save(tx.decisionTask, subject, input.version, done)
    announceTask(emit, subject)
    return { decisionTaskId: subject.id }
  },
})
