import { z } from 'zod'
import { Prisma } from '../../../generated/prisma/client.ts'
import { command } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { settle } from '../policy/assignment.ts'
import { facilitiesOf, inputsShape, linesOf, type Solved } from '../proposal-inputs.ts'

/** The end of the computation. */
export const settleAssignmentProposal = command({
  name: 'settleAssignmentProposal',
  description: 'The portal writes down a computed and checked proposal, or that it came to nothing.',
  input: z.object({
    proposalId: z.uuid(),
    solved: z.custom<Solved>().nullable().describe('Null when nothing came of it.'),
  }),
  // Thousands of lines and a certificate are no reading for the audit; they stand in the proposal itself, unchangeable.
  secret: ['solved'],
  patience: 60,
  subject: (tx, { proposalId }) =>
    tx.assignmentProposal.findFirst({
      where: { id: proposalId, state: 'WAITING' },
      include: { case: { select: { event: { select: { platformId: true, drill: true } } } }, base: true },
    }),
  may: settle,
  async run({ tx, subject, input: { solved }, now, emit }) {
    const { id, caseId, base } = subject
    let movedPersons: number | null = null
    if (solved) {
      const inputs = inputsShape.parse(subject.inputs)
      const before =
        base &&
        facilitiesOf(inputsShape.parse(base.inputs), z.array(z.int().nullable()).parse(base.placement))
      const lines = linesOf(inputs, solved.placement, before ?? undefined)
      await tx.assignmentLine.createMany({
        data: lines.map((line, position) => ({ ...line, proposalId: id, position })),
      })
      if (base)
        movedPersons = lines
          .filter(({ movedFromId, facilityId }) => movedFromId !== null && facilityId !== null)
          .reduce((sum, { persons }) => sum + persons, 0)
    }
    await save(tx.assignmentProposal, subject, subject.version, {
      state: solved ? 'READY' : 'FAILED',
      computedAt: now,
      ...(solved && {
        placement: solved.placement,
        certificate: solved.certificate ?? Prisma.JsonNull,
        leftOverPersons: solved.score.persons,
        leftOver: solved.score.leftOver,
        movedPersons,
        burden: solved.score.burden,
        leastLeftOver: solved.leastLeftOver,
        leastBurden: solved.leastBurden,
      }),
    })
    emit(
      events.ProposalComputed,
      { caseId, drill: subject.case.event.drill, proposalId: id, ready: solved !== null },
      {
        audience: [`platform:${subject.case.event.platformId}`],
        entities: [globalId('AssignmentCase', caseId), globalId('AssignmentProposal', id)],
      },
    )
    return { assignmentProposalId: id }
  },
})
