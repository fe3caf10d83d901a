import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { editedFacility, line } from '../facility-inputs.ts'
import { assertNoIssues, findFacility, finishEdit, refuseEnded } from '../facility-writing.ts'
import * as policy from '../policy.ts'
import { doubledNames, planRows, strangeRows } from '../rules/rows.ts'
import { searchKey } from '../rules/text.ts'

const qualification = z.object({
  id: idOf('FacilityQualification').nullable().describe('The row as it stands; null for a new one.'),
  qualification: line(100).describe('Qualification or licence, e.g. 介護福祉士.'),
  count: z
    .int()
    .min(0)
    .max(9999)
    .nullable()
    .describe('Persons who hold it; null = nobody has answered, 0 = none.'),
})

/** 「職員の資格を直す」 */
export const editFacilityStaff = command({
  name: 'editFacilityStaff',
  description:
    'The facility’s own people, its corporation’s administrator or its network’s secretariat write down how many of the staff hold which qualification, never who; what is left out is removed. Saving by its own people also confirms the block.',
  scope: 'registry:write',
  input: z.object({
    ...editedFacility,
    qualifications: z.array(qualification).max(50).describe('All qualifications, in the order of the list.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { facilityId }, viewer) => findFacility(tx, facilityId, viewer),
  may: (viewer, facility) => policy.editFacility(viewer, facility, facility.inOwnNetwork),
  onBehalfOf: (viewer, facility) => policy.editedOnBehalfOf(viewer, facility),
  async run({ tx, subject, input: { facilityId, version, qualifications }, viewer, now, emit }) {
    refuseEnded(subject)
    await save(tx.facility, subject, version, {})
    const standing = (
      await tx.facilityQualification.findMany({ where: { facilityId }, select: { id: true } })
    ).map(({ id }) => id)
    assertNoIssues([
      ...strangeRows('qualifications', standing, qualifications),
      ...doubledNames('qualifications', 'qualification', qualifications, (row) =>
        searchKey(row.qualification),
      ),
    ])
    const plan = planRows(standing, qualifications)
    await tx.facilityQualification.deleteMany({ where: { id: { in: [...plan.remove] } } })
    for (const { id, facts } of plan.keep)
      await tx.facilityQualification.update({
        where: { id },
        data: { ...facts, version: { increment: 1 } },
      })
    await tx.facilityQualification.createMany({
      data: plan.create.map((facts) => ({ ...facts, facilityId })),
    })
    await finishEdit({ tx, viewer, now, emit }, subject, 'STAFF')
    return { facilityId }
  },
})
