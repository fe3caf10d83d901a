import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, idempotencyKey } from '../../../kernel/inputs.ts'
import { text } from '../corporation-inputs.ts'
import { findEnding, recordEnding, successionRecorded } from '../corporation-ending.ts'
import { recordSuccession } from '../policy/corporation.ts'

export const recordDissolution = command({
  name: 'recordDissolution',
  description:
    'The secretariat of its network, or the system operator, writes down that a corporation is dissolved. Who takes over its facilities is named; a corporation without facilities needs nobody.',
  input: z.object({
    corporationId: idOf('Corporation').describe('The corporation that ends.'),
    successorId: idOf('Corporation')
      .nullable()
      .default(null)
      .describe('Who takes over; null if it leaves nothing.'),
    onDate: day().describe(
      'First day without it: the day the change is registered, in the past year or the next two.',
    ),
    reason: text(300).describe(
      'What was decided and registered, e.g. 合併契約 and 登記. At most 300 characters.',
    ),
    idempotencyKey: idempotencyKey(),
  }),
  isolation: 'serializable',
  onConstraint: { corporation_succession_stands: successionRecorded },
  subject: (tx, input, _viewer, now) => findEnding(tx, input, now),
  may: recordSuccession,
  run: ({ subject, input, ...circumstances }) =>
    recordEnding(circumstances, subject, { kind: 'DISSOLUTION', onDate: input.onDate, reason: input.reason }),
})
