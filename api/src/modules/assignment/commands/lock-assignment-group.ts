import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem, ValidationProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { announce } from '../case-reading.ts'
import { loadGroup, requireShelters } from '../group-reading.ts'
import { coordinate } from '../policy/assignment.ts'

/** 「行き先を決めておく」 */
export const lockAssignmentGroup = command({
  name: 'lockAssignmentGroup',
  description:
    'A coordinator says where people have to go, or where they must not, before anything is computed; with neither, the lock is off.',
  scope: 'assignment:write',
  input: z.object({
    assignmentGroupId: idOf('AssignmentGroup').describe('The entry in question.'),
    version: version(),
    here: idOf('Facility').optional().describe('To this shelter and nowhere else.'),
    notHere: z.array(idOf('Facility')).max(50).describe('Not to these.'),
  }),
  subject: (tx, { assignmentGroupId }, viewer) => loadGroup(tx, assignmentGroupId, viewer),
  may: coordinate,
  async run({ tx, subject, input: { here, notHere, version: read }, emit }) {
    if (subject.group.withdrawnAt) throw new RuleProblem('GROUP_WITHDRAWN', 'It is off the list.')
    if (here !== undefined && notHere.includes(here))
      throw new ValidationProblem([{ path: ['notHere'], code: 'CONTRADICTS', message: 'here and not here' }])
    await requireShelters(tx, subject.case.eventId, [...notHere, ...(here === undefined ? [] : [here])])
    await save(tx.assignmentGroup, subject.group, read, {
      lockedFacilityId: here ?? null,
      barredFacilityIds: [...new Set(notHere)],
    })
    announce(emit, subject)
    return { assignmentGroupId: subject.group.id, assignmentCaseId: subject.case.id }
  },
})
