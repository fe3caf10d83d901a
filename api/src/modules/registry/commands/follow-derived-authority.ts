import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { findCorporation, refuseEnded } from '../corporation-writing.ts'
import * as events from '../events.ts'
import { correctAuthority as mayCorrect } from '../policy/corporation.ts'

export const followDerivedAuthority = command({
  name: 'followDerivedAuthority',
  description:
    'Takes a correction of 所轄庁 back: it follows seat and area of work again, as far as the registry knows them.',
  scope: 'registry:write',
  input: z.object({
    corporationId: idOf('Corporation').describe('The corporation.'),
    version: version(),
  }),
  subject: (tx, { corporationId }, _viewer, now) => findCorporation(tx, corporationId, now),
  may: mayCorrect,
  async run({ tx, subject, input, emit }) {
    refuseEnded(subject)
    // The table's trigger writes what is derived once nothing is corrected.
    await save(tx.corporation, subject, input.version, { authorityCorrected: false })
    emit(
      events.AuthorityCorrected,
      { corporationId: subject.id, corrected: false },
      { audience: ['public'], entities: [globalId('Corporation', subject.id)] },
    )
    return { corporationId: subject.id }
  },
})
