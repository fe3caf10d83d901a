import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { addJob } from '../../../kernel/jobs/task.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { announce, loadCase, readInputs } from '../case-reading.ts'
import * as events from '../events.ts'
import { COMPUTE_JOB } from '../jobs.ts'
import { coordinate } from '../policy/assignment.ts'
import { hashOf, inputsShape, inputsWithout, personsOf, type Inputs } from '../proposal-inputs.ts'

/** Persons of one proposal; more would not be computed in bounded time. */
const MOST = 20_000

/** 「案を作る」「この避難所が使えなくなったら」 */
export const requestAssignmentProposal = command({
  name: 'requestAssignmentProposal',
  description:
    'A coordinator asks for a proposal who goes where, first with the fewest people left over, then with the least way; or what it would be if one shelter were lost. Nobody is placed by it.',
  scope: 'assignment:write',
  input: z.object({
    assignmentCaseId: idOf('AssignmentCase').describe('The case of the event.'),
    lostFacilityId: idOf('Facility')
      .optional()
      .describe('What if this shelter is lost: who moves, who is left over. Only to look at.'),
    baseId: idOf('AssignmentProposal')
      .optional()
      .describe('With a lost shelter: the proposal whose places are kept as far as possible.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { assignmentCaseId }, viewer) => loadCase(tx, assignmentCaseId, viewer),
  may: coordinate,
  async run({ tx, subject, input: { lostFacilityId, baseId }, viewer, now, emit }) {
    let inputs: Inputs = await readInputs(tx, subject.case)
    if (lostFacilityId !== undefined) {
      const base = await tx.assignmentProposal.findFirst({
        where: { id: baseId ?? '', caseId: subject.case.id, state: 'READY', lostFacilityId: null },
        select: { inputs: true, placement: true },
      })
      if (!base) throw new RuleProblem('NO_PROPOSAL_TO_START_FROM', 'There is no proposal to start from.')
      const before = inputsShape.parse(base.inputs)
      if (!before.shelters.some(({ facilityId }) => facilityId === lostFacilityId))
        throw new RuleProblem('NO_SHELTER_OF_PROPOSAL', 'The proposal has no such shelter.')
      inputs = inputsWithout(before, z.array(z.int().nullable()).parse(base.placement), lostFacilityId)
    }
    if (inputs.groups.length === 0) throw new RuleProblem('NOBODY_WAITS', 'Nobody waits for a place.')
    const persons = personsOf(inputs)
    if (persons > MOST) throw new RuleProblem('TOO_MANY_PERSONS', 'Too many persons for one proposal.')
    const { id } = await tx.assignmentProposal.create({
      data: {
        caseId: subject.case.id,
        lostFacilityId: lostFacilityId ?? null,
        baseId: lostFacilityId === undefined ? null : (baseId ?? null),
        requestedAt: now,
        requestedByUserId: viewer.userId,
        inputs,
        inputsHash: hashOf(inputs),
        persons,
      },
    })
    await addJob(tx, COMPUTE_JOB, { proposalId: id })
    announce(emit, subject, events.ProposalRequested, { proposalId: id })
    return { assignmentProposalId: id, assignmentCaseId: subject.case.id }
  },
})
