import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { announce } from '../case-reading.ts'
import { loadGroup, tellSource } from '../group-reading.ts'
import { line } from '../inputs.ts'
import { coordinate } from '../policy/assignment.ts'

/** 「一覧から外す」 */
export const withdrawAssignmentGroup = command({
  name: 'withdrawAssignmentGroup',
  description:
    'A coordinator takes people off the list, with the reason; what was decided for them no longer takes places.',
  scope: 'assignment:write',
  input: z.object({
    assignmentGroupId: idOf('AssignmentGroup').describe('The entry in question.'),
    version: version(),
    reason: line(200).describe('Why, e.g. 親族の家へ移った.'),
  }),
  subject: (tx, { assignmentGroupId }, viewer) => loadGroup(tx, assignmentGroupId, viewer),
  may: coordinate,
  async run({ tx, subject, input, now, emit }) {
    if (subject.group.withdrawnAt ?? subject.group.leftAt)
      throw new RuleProblem('GROUP_WITHDRAWN', 'It is off the list already.')
    await save(tx.assignmentGroup, subject.group, input.version, {
      withdrawnAt: now,
      withdrawnReason: input.reason,
    })
    announce(emit, subject)
    await tellSource(tx, emit, subject, subject.group.id)
    return { assignmentGroupId: subject.group.id, assignmentCaseId: subject.case.id }
  },
})
