import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import * as events from '../events.ts'
import { coordinate, readableIn } from '../policy/assignment.ts'

/** 「行き先の案をはじめる」 */
export const openAssignmentCase = command({
  name: 'openAssignmentCase',
  description: 'A coordinator of an event begins to collect who is to be placed; once for each event.',
  scope: 'assignment:write',
  input: z.object({ disasterEventId: idOf('DisasterEvent').describe('The event, open.') }),
  subject: (tx, { disasterEventId }, viewer) =>
    tx.disasterEvent.findFirst({
      where: { id: disasterEventId, platformId: { in: [...readableIn(viewer)] } },
      select: { id: true, platformId: true, closedAt: true, drill: true },
    }),
  may: coordinate,
  onConstraint: {
    assignment_case_event_id_key: () =>
      new RuleProblem('ASSIGNMENT_ALREADY_BEGUN', 'The event has its case.'),
  },
  async run({ tx, subject, viewer, now, emit }) {
    const { id } = await tx.assignmentCase.create({
      data: { eventId: subject.id, openedAt: now, openedByUserId: viewer.userId },
    })
    emit(
      events.AssignmentChanged,
      { caseId: id, drill: subject.drill },
      { audience: [`platform:${subject.platformId}`], entities: [globalId('DisasterEvent', subject.id)] },
    )
    return { assignmentCaseId: id }
  },
})
