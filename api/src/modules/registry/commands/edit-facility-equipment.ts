import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { editedFacility, equipmentState, line, optionalLine } from '../facility-inputs.ts'
import { assertNoIssues, findFacility, finishEdit, refuseEnded } from '../facility-writing.ts'
import * as policy from '../policy.ts'
import { doubledNames, planRows, strangeRows } from '../rules/rows.ts'
import { searchKey } from '../rules/text.ts'

const piece = z.object({
  id: idOf('FacilityEquipment').nullable().describe('The item as it stands; null for a new one.'),
  item: line(100).describe('What it is, e.g. 自家発電機.'),
  state: equipmentState.describe('Yes, no, or unknown.'),
  note: optionalLine(200).describe('How much of it and of what kind; null if nothing was said.'),
})

/** 「設備・備えを直す」 */
export const editFacilityEquipment = command({
  name: 'editFacilityEquipment',
  description:
    'The facility’s own people, its corporation’s administrator or its network’s secretariat say what there is for an emergency: yes, no or unknown; items left out are removed. Saving by its own people also confirms the block.',
  scope: 'registry:write',
  input: z.object({
    ...editedFacility,
    equipment: z.array(piece).max(50).describe('All items, in the order of the list.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { facilityId }, viewer) => findFacility(tx, facilityId, viewer),
  may: (viewer, facility) => policy.editFacility(viewer, facility, facility.inOwnNetwork),
  onBehalfOf: (viewer, facility) => policy.editedOnBehalfOf(viewer, facility),
  async run({ tx, subject, input: { facilityId, version, equipment }, viewer, now, emit }) {
    refuseEnded(subject)
    await save(tx.facility, subject, version, {})
    const standing = (
      await tx.facilityEquipment.findMany({ where: { facilityId }, select: { id: true } })
    ).map(({ id }) => id)
    assertNoIssues([
      ...strangeRows('equipment', standing, equipment),
      ...doubledNames('equipment', 'item', equipment, ({ item }) => searchKey(item)),
    ])
    const plan = planRows(standing, equipment)
    await tx.facilityEquipment.deleteMany({ where: { id: { in: [...plan.remove] } } })
    for (const { id, facts } of plan.keep)
      await tx.facilityEquipment.update({
        where: { id },
        data: { ...facts, version: { increment: 1 } },
      })
    await tx.facilityEquipment.createMany({
      data: plan.create.map((facts) => ({ ...facts, facilityId })),
    })
    await finishEdit({ tx, viewer, now, emit }, subject, 'EQUIPMENT')
    return { facilityId }
  },
})
