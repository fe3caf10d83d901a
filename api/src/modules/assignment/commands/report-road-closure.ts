import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { ValidationProblem, type Issue } from '../../../kernel/problems.ts'
import { announce, loadCase } from '../case-reading.ts'
import { requireShelters } from '../group-reading.ts'
import { closureKind, line } from '../inputs.ts'
import { coordinate } from '../policy/assignment.ts'

/** 「通れない道を加える」 */
export const reportRoadClosure = command({
  name: 'reportRoadClosure',
  description: 'A coordinator enters what way cannot be taken, and who says so.',
  scope: 'assignment:write',
  input: z.object({
    assignmentCaseId: idOf('AssignmentCase').describe('The case of the event.'),
    kind: closureKind.describe('What is kept apart.'),
    municipalityId: idOf('Municipality').optional().describe('The municipality, or one end of the way.'),
    otherMunicipalityId: idOf('Municipality').optional().describe('The other end of the way.'),
    facilityId: idOf('Facility').optional().describe('The shelter that nobody reaches.'),
    sourceText: line(200).describe('Who says so, e.g. 県道路課 21時.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { assignmentCaseId }, viewer) => loadCase(tx, assignmentCaseId, viewer),
  may: coordinate,
  async run({ tx, subject, input, viewer, now, emit }) {
    const { kind, municipalityId, otherMunicipalityId, facilityId, sourceText } = input
    const missing = (path: string): Issue => ({ path: [path], code: 'REQUIRED', message: 'missing' })
    const issues: Issue[] = []
    const isFacility = kind === 'FACILITY_CUT_OFF'
    if (isFacility && facilityId === undefined) issues.push(missing('facilityId'))
    if (!isFacility && municipalityId === undefined) issues.push(missing('municipalityId'))
    if (kind === 'BETWEEN_MUNICIPALITIES') {
      if (otherMunicipalityId === undefined) issues.push(missing('otherMunicipalityId'))
      else if (otherMunicipalityId === municipalityId)
        issues.push({ path: ['otherMunicipalityId'], code: 'CONTRADICTS', message: 'the same municipality' })
    }
    const codes = isFacility
      ? []
      : [municipalityId, kind === 'BETWEEN_MUNICIPALITIES' ? otherMunicipalityId : undefined].filter(
          (code) => code !== undefined,
        )
    if (
      issues.length === 0 &&
      (await tx.municipality.count({ where: { code: { in: codes } } })) !== codes.length
    )
      issues.push({ path: ['municipalityId'], code: 'WRONG_ID', message: 'no municipality' })
    if (issues.length > 0) throw new ValidationProblem(issues)
    if (isFacility && facilityId !== undefined) await requireShelters(tx, subject.case.eventId, [facilityId])
    const { id } = await tx.roadClosure.create({
      data: {
        caseId: subject.case.id,
        kind,
        municipalityCode: codes[0] ?? null,
        otherMunicipalityCode: codes[1] ?? null,
        facilityId: isFacility ? (facilityId ?? null) : null,
        sourceText,
        enteredAt: now,
        enteredByUserId: viewer.userId,
      },
    })
    announce(emit, subject)
    return { roadClosureId: id, assignmentCaseId: subject.case.id }
  },
})
