import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { confirmBlocks } from '../facility-writing.ts'
import { facilityBlock } from '../inputs.ts'
import * as policy from '../policy.ts'
import { FACILITY_BLOCKS } from '../rules/freshness.ts'

/** 「変わりありません」 */
export const confirmFacilityUnchanged = command({
  name: 'confirmFacilityUnchanged',
  description:
    'The facility’s own people, its corporation’s administrator, or whom the corporation has entrusted with it, say that one block of its facts, or all of them, is still right.',
  scope: 'registry:write',
  input: z.object({
    facilityId: idOf('Facility').describe(
      'The facility, one of the own or of a corporation that entrusts it.',
    ),
    block: facilityBlock.optional().describe('The block that was checked; left out, all were.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { facilityId }) => tx.facility.findFirst({ where: { id: facilityId } }),
  may: (viewer, facility, { block }) => policy.confirmBlock(viewer, facility, block ?? null),
  onBehalfOf: (viewer, facility) => policy.confirmedOnBehalfOf(viewer, facility),
  async run({ tx, subject, input, viewer, now, emit }) {
    const { id } = subject
    await tx.facility.update({ where: { id }, data: { version: { increment: 1 } } })
    const blocks = input.block ? [input.block] : FACILITY_BLOCKS
    await confirmBlocks({ tx, viewer, now, emit }, subject, blocks)
    return { facilityId: id }
  },
})
