import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { line } from '../inputs.ts'
import { keepRegisters, lookedAfterFacilities } from '../policy/viewers.ts'
import { announceRegister } from '../stock-writing.ts'

/** 「直した」 */
export const finishInspectionDefect = command({
  name: 'finishInspectionDefect',
  description: 'What an inspection found has been put right; says how.',
  scope: 'mutualaid:write',
  input: z.object({
    inspectionDefectId: idOf('InspectionDefect').describe('The defect, open.'),
    version: version(),
    how: line(120).describe('What was done; no names of persons.'),
  }),
  subject: async (tx, { inspectionDefectId }, viewer) => {
    const defect = await tx.inspectionDefect.findFirst({
      where: { AND: [{ id: inspectionDefectId }, { facility: { is: lookedAfterFacilities(viewer) } }] },
      include: { facility: { select: { corporationId: true } } },
    })
    return defect && { defect, facilityId: defect.facilityId, corporationId: defect.facility.corporationId }
  },
  may: keepRegisters,
  async run({ tx, subject, input, viewer, now, emit }) {
    if (subject.defect.doneOn) throw new RuleProblem('DEFECT_IS_DONE', 'It was put right already.')
    await save(tx.inspectionDefect, subject.defect, input.version, {
      doneOn: dateOf(dayInJapan(now)),
      doneNote: input.how,
      doneByUserId: viewer.userId,
    })
    announceRegister(emit, subject, 'INSPECTIONS')
    return { inspectionDefectId: subject.defect.id, facilityId: subject.facilityId }
  },
})
