import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { announce, loadCase } from '../case-reading.ts'
import { closuresVisibleTo, coordinate } from '../policy/assignment.ts'

/** 「通れるようになった」 */
export const liftRoadClosure = command({
  name: 'liftRoadClosure',
  description: 'A coordinator enters that a way can be taken again.',
  scope: 'assignment:write',
  input: z.object({
    roadClosureId: idOf('RoadClosure').describe('The closure in question.'),
    version: version(),
  }),
  subject: async (tx, { roadClosureId }, viewer) => {
    const closure = await tx.roadClosure.findFirst({
      where: { AND: [{ id: roadClosureId }, closuresVisibleTo(viewer)] },
    })
    const subject = closure && (await loadCase(tx, closure.caseId, viewer))
    return subject && { ...subject, closure }
  },
  may: coordinate,
  async run({ tx, subject, input, now, emit }) {
    if (subject.closure.liftedAt) throw new RuleProblem('CLOSURE_LIFTED', 'The way is open already.')
    await save(tx.roadClosure, subject.closure, input.version, { liftedAt: now })
    announce(emit, subject)
    return { roadClosureId: subject.closure.id, assignmentCaseId: subject.case.id }
  },
})
