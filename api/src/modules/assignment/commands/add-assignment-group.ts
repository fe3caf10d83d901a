import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem, ValidationProblem } from '../../../kernel/problems.ts'
import { announce, loadCase } from '../case-reading.ts'
import { line, memberRow, urgency } from '../inputs.ts'
import { coordinate } from '../policy/assignment.ts'

/** 「配置を待つ人を加える」 */
export const addAssignmentGroup = command({
  name: 'addAssignmentGroup',
  description:
    'A coordinator enters people who wait for a place: households that stay together, by a reference code and never by name.',
  scope: 'assignment:write',
  input: z.object({
    assignmentCaseId: idOf('AssignmentCase').describe('The case of the event.'),
    reference: line(30).describe('Code by which the secretariat finds the people again, e.g. A-12; no name.'),
    households: z
      .int()
      .min(1)
      .max(2_000)
      .describe('How many households are alike; each may go somewhere else.'),
    urgency: urgency.describe('How soon they have to be somewhere.'),
    municipalityId: idOf('Municipality').describe('Where they are now.'),
    members: z.array(memberRow).min(1).max(10).describe('The persons of one household.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { assignmentCaseId }, viewer) => loadCase(tx, assignmentCaseId, viewer),
  may: coordinate,
  onConstraint: {
    assignment_group_case_id_reference_key: () =>
      new RuleProblem('REFERENCE_ALREADY_THERE', 'The case has this reference code.'),
  },
  async run({ tx, subject, input, viewer, now, emit }) {
    const { households, reference, members, municipalityId } = input
    if (members.reduce((sum, { persons }) => sum + persons, 0) > 30)
      throw new ValidationProblem([{ path: ['members'], code: 'TOO_BIG', message: 'at most 30 persons' }])
    const place = await tx.municipality.findUnique({
      where: { code: municipalityId },
      select: { code: true },
    })
    if (!place)
      throw new ValidationProblem([
        { path: ['municipalityId'], code: 'WRONG_ID', message: 'no municipality' },
      ])
    const { id } = await tx.assignmentGroup.create({
      data: {
        caseId: subject.case.id,
        reference,
        households,
        urgency: input.urgency,
        municipalityCode: place.code,
        enteredAt: now,
        enteredByUserId: viewer.userId,
        members: { create: members.map((member, position) => ({ ...member, position })) },
      },
    })
    announce(emit, subject)
    return { assignmentGroupId: id, assignmentCaseId: subject.case.id }
  },
})
