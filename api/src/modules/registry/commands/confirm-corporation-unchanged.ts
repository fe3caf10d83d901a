import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { enumOf, idempotencyKey } from '../../../kernel/inputs.ts'
import { allBlocks, confirmBlocks, findCorporation, refuseEnded } from '../corporation-writing.ts'
import { confirmCorporation, corporationConfirmedOnBehalfOf } from '../policy/corporation.ts'

const block = enumOf('CorporationBlock', 'A part of a corporation’s facts that is confirmed on its own.', {
  BASIC: 'Name, number, seat, telephone.',
  CONTACTS: 'Whom to call, by day and by night.',
  PROCUREMENT: 'Up to which amount it buys how, and who decides.',
})

/** 「変わりありません」, of a corporation. */
export const confirmCorporationUnchanged = command({
  name: 'confirmCorporationUnchanged',
  description:
    'A corporation’s administrator, or whom it has entrusted with it, says that one block of its facts, or all of them, is still right.',
  scope: 'registry:write',
  input: z.object({
    corporationId: idOf('Corporation').describe('The own corporation, or one that entrusts it.'),
    block: block.optional().describe('The block that was checked; left out, all were.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { corporationId }, _viewer, now) => findCorporation(tx, corporationId, now),
  may: (viewer, corporation, input) => confirmCorporation(viewer, corporation, input.block ?? null),
  onBehalfOf: (viewer, corporation) => corporationConfirmedOnBehalfOf(viewer, corporation),
  async run({ tx, subject, input, viewer, now, emit }) {
    refuseEnded(subject)
    await confirmBlocks({ tx, viewer, now, emit }, subject, input.block ? [input.block] : allBlocks)
    return { corporationId: subject.id }
  },
})
