import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { keepRegisters, sharedFacilities } from '../policy/viewers.ts'
import { announceRegister } from '../stock-writing.ts'

/** 「登録から外す」 */
export const retireAidResource = command({
  name: 'retireAidResource',
  description: 'A person’s shift, vehicle or room can no longer be given away; what it was given for stays.',
  scope: 'mutualaid:write',
  input: z.object({
    aidResourceId: idOf('AidResource').describe('What is no longer to be had.'),
    version: version(),
  }),
  subject: async (tx, { aidResourceId }, viewer) => {
    const resource = await tx.aidResource.findFirst({
      where: { AND: [{ id: aidResourceId }, { facility: { is: sharedFacilities(viewer) } }] },
      include: { facility: { select: { corporationId: true } } },
    })
    return (
      resource && {
        resource,
        facilityId: resource.facilityId,
        corporationId: resource.facility.corporationId,
      }
    )
  },
  may: keepRegisters,
  async run({ tx, subject, input, now, emit }) {
    const promised = await tx.aidOffer.findFirst({
      where: {
        resourceId: subject.resource.id,
        state: { in: ['OFFERED', 'ACCEPTED', 'DISPATCHED', 'ARRIVED'] },
      },
      select: { id: true },
    })
    if (promised)
      throw new RuleProblem('RESOURCE_IS_PROMISED', 'It is offered or promised; withdraw that first.')
    await save(tx.aidResource, subject.resource, input.version, { retiredAt: now })
    announceRegister(emit, subject, 'RESOURCES')
    return { aidResourceId: subject.resource.id, facilityId: subject.facilityId }
  },
})
