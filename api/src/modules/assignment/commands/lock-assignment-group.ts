import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem, ValidationProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { announce, readInputs } from '../case-reading.ts'
import { loadGroup, requireElsewhere, requireRoom, requireShelters } from '../group-reading.ts'
import { line } from '../inputs.ts'
import { coordinate } from '../policy/assignment.ts'

/** 「行き先を決めておく」 */
export const lockAssignmentGroup = command({
  name: 'lockAssignmentGroup',
  description:
    'A coordinator says where people have to go, or where they must not, before anything is computed; with neither, the lock is off. A shelter with too little room for all who are locked to it is refused, unless it is said why.',
  scope: 'assignment:write',
  input: z.object({
    assignmentGroupId: idOf('AssignmentGroup').describe('The entry in question.'),
    version: version(),
    here: idOf('Facility').optional().describe('To this shelter and nowhere else.'),
    overfullReason: line(300)
      .optional()
      .describe('Why to this shelter although it has too little room; asked for (OVERFULL) where it has.'),
    notHere: z.array(idOf('Facility')).max(50).describe('Not to these.'),
  }),
  subject: (tx, { assignmentGroupId }, viewer) => loadGroup(tx, assignmentGroupId, viewer),
  may: coordinate,
  async run({ tx, subject, input: { here, notHere, overfullReason, version: read }, emit }) {
    if (subject.group.withdrawnAt ?? subject.group.leftAt)
      throw new RuleProblem('GROUP_WITHDRAWN', 'It is off the list.')
    if (here !== undefined && notHere.includes(here))
      throw new ValidationProblem([{ path: ['notHere'], code: 'CONTRADICTS', message: 'here and not here' }])
    await requireShelters(tx, subject.case.eventId, [...notHere, ...(here === undefined ? [] : [here])])
    let isOverfull = false
    if (here !== undefined) {
      await requireElsewhere(tx, subject.group.id, here)
      const { groups, shelters } = await readInputs(tx, subject.case)
      const room = shelters.find(({ facilityId }) => facilityId === here)
      const there = groups.filter(
        ({ groupId, lockedTo }) => groupId === subject.group.id || lockedTo === here,
      )
      const coming = there.map(({ households, members }) => ({
        households,
        members: members.map(({ needs }) => ({ persons: 1, needs })),
      }))
      isOverfull = requireRoom(room, coming, overfullReason)
    }
    await save(tx.assignmentGroup, subject.group, read, {
      lockedFacilityId: here ?? null,
      lockOverfullReason: isOverfull ? (overfullReason ?? null) : null,
      barredFacilityIds: [...new Set(notHere)],
    })
    announce(emit, subject)
    return { assignmentGroupId: subject.group.id, assignmentCaseId: subject.case.id }
  },
})
