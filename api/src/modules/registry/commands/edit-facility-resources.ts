import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { editedFacility, equipmentState, line, optionalLine, resourceKind } from '../facility-inputs.ts'
import { assertNoIssues, findFacility, finishEdit, refuseEnded } from '../facility-writing.ts'
import * as policy from '../policy.ts'
import { planRows, strangeRows } from '../rules/rows.ts'

const resource = z.object({
  id: idOf('FacilityResource').nullable().describe('The room or vehicle as it stands; null for a new one.'),
  kind: resourceKind.describe('Room or vehicle.'),
  name: line(100).describe('What people call it, e.g. 地域交流室.'),
  persons: z.int().min(1).max(9999).nullable().describe('Persons it holds; null = not given.'),
  wheelchairs: z
    .int()
    .min(0)
    .max(999)
    .nullable()
    .describe('Wheelchairs it takes; null = not given, 0 = none.'),
  lendable: equipmentState.describe('Whether others may borrow it.'),
  lendingRules: optionalLine(500).describe('On what terms; null if nothing was said.'),
  note: optionalLine(200).describe('Anything else; null if nothing was said.'),
})

/** 「部屋・車を直す」 */
export const editFacilityResources = command({
  name: 'editFacilityResources',
  description:
    'The facility’s own people, its corporation’s administrator or its network’s secretariat write down rooms and vehicles and on what terms others may borrow them; what is left out is removed. Saving by its own people also confirms the block.',
  scope: 'registry:write',
  input: z.object({
    ...editedFacility,
    resources: z.array(resource).max(50).describe('All rooms and vehicles, in the order of the list.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { facilityId }, viewer) => findFacility(tx, facilityId, viewer),
  may: (viewer, facility) => policy.editFacility(viewer, facility, facility.inOwnNetwork),
  onBehalfOf: (viewer, facility) => policy.editedOnBehalfOf(viewer, facility),
  async run({ tx, subject, input: { facilityId, version, resources }, viewer, now, emit }) {
    refuseEnded(subject)
    await save(tx.facility, subject, version, {})
    const standing = (
      await tx.facilityResource.findMany({ where: { facilityId }, select: { id: true } })
    ).map(({ id }) => id)
    assertNoIssues(strangeRows('resources', standing, resources))
    const plan = planRows(standing, resources)
    await tx.facilityResource.deleteMany({ where: { id: { in: [...plan.remove] } } })
    for (const { id, facts } of plan.keep)
      await tx.facilityResource.update({
        where: { id },
        data: { ...facts, version: { increment: 1 } },
      })
    await tx.facilityResource.createMany({
      data: plan.create.map((facts) => ({ ...facts, facilityId })),
    })
    await finishEdit({ tx, viewer, now, emit }, subject, 'RESOURCES')
    return { facilityId }
  },
})
