import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { holdRow } from '../../../kernel/lock.ts'
import { RuleProblem, ValidationProblem } from '../../../kernel/problems.ts'
import { announce, loadCase, readInputs } from '../case-reading.ts'
import * as events from '../events.ts'
import { requireElsewhere, requireRoom, requireShelters, tellSource } from '../group-reading.ts'
import { line, verdict } from '../inputs.ts'
import { coordinate, linesVisibleTo } from '../policy/assignment.ts'
import { hashOf } from '../proposal-inputs.ts'

/** 「この行き先に決める」「ほかの行き先にする」 */
export const decideAssignment = command({
  name: 'decideAssignment',
  description:
    'A coordinator decides on a line of a proposal: as proposed, or otherwise with the reason. Only this places people. A proposal whose inputs have changed since is refused, and so is a shelter with too little room, unless it is said why it takes them all the same.',
  scope: 'assignment:write',
  input: z.object({
    assignmentLineId: idOf('AssignmentLine').describe('The line of the proposal.'),
    verdict: verdict.describe('As proposed or otherwise.'),
    facilityId: idOf('Facility').optional().describe('Otherwise: where to; left out = nowhere yet.'),
    reason: line(300).optional().describe('Otherwise: why.'),
    overfullReason: line(300)
      .optional()
      .describe(
        'Why the shelter takes them although it has too little room; asked for (OVERFULL) where it has.',
      ),
  }),
  subject: async (tx, { assignmentLineId }, viewer) => {
    const found = await tx.assignmentLine.findFirst({
      where: { AND: [{ id: assignmentLineId }, linesVisibleTo(viewer)] },
      include: { proposal: { select: { id: true, caseId: true, inputsHash: true, lostFacilityId: true } } },
    })
    const subject = found && (await loadCase(tx, found.proposal.caseId, viewer))
    return subject && { ...subject, line: found }
  },
  may: coordinate,
  onConstraint: {
    assignment_decision_line_id_key: () => new RuleProblem('LINE_DECIDED', 'The line was decided on.'),
  },
  async run({ tx, subject, input, viewer, now, emit }) {
    const { line: row } = subject
    const { proposal } = row
    if (proposal.lostFacilityId) throw new RuleProblem('ONLY_A_WHAT_IF', 'A what-if is not decided on.')
    // One decision after the other: each sees what the others have changed.
    await holdRow(tx, 'assignmentCase', subject.case.id, 'ALONE')
    if (hashOf(await readInputs(tx, subject.case, proposal.id)) !== proposal.inputsHash)
      throw new RuleProblem('PROPOSAL_STALE', 'What the proposal was computed from has changed.')
    const isOverridden = input.verdict === 'OVERRIDDEN'
    if (isOverridden && input.reason === undefined)
      throw new ValidationProblem([{ path: ['reason'], code: 'REQUIRED', message: 'why otherwise' }])
    const facilityId = isOverridden ? (input.facilityId ?? null) : row.facilityId
    if (isOverridden && facilityId === row.facilityId)
      throw new ValidationProblem([
        { path: ['facilityId'], code: 'SAME_AS_PROPOSED', message: 'as proposed' },
      ])
    let isOverfull = false
    let { overfullReason } = input
    if (facilityId !== null) {
      await requireShelters(tx, subject.case.eventId, [facilityId])
      await requireElsewhere(tx, row.groupId, facilityId)
      const { members, lockedFacilityId, lockOverfullReason } = await tx.assignmentGroup.findUniqueOrThrow({
        where: { id: row.groupId },
        include: { members: true },
      })
      // Why was said already where they are locked to it.
      if (lockedFacilityId === facilityId) overfullReason ??= lockOverfullReason ?? undefined
      // Beside everybody who was decided on, of this proposal too.
      const { shelters } = await readInputs(tx, subject.case)
      const room = shelters.find((shelter) => shelter.facilityId === facilityId)
      isOverfull = requireRoom(room, [{ households: row.households, members }], overfullReason)
    }
    const { id } = await tx.assignmentDecision.create({
      data: {
        caseId: subject.case.id,
        lineId: row.id,
        groupId: row.groupId,
        verdict: input.verdict,
        households: row.households,
        persons: row.persons,
        facilityId,
        reason: isOverridden ? (input.reason ?? null) : null,
        overfullReason: isOverfull ? (overfullReason ?? null) : null,
        decidedAt: now,
        decidedByUserId: viewer.userId,
      },
    })
    announce(emit, subject, events.PlacementDecided, { decisionId: id })
    await tellSource(tx, emit, subject, row.groupId)
    return { assignmentDecisionId: id, assignmentLineId: row.id, assignmentCaseId: subject.case.id }
  },
})
