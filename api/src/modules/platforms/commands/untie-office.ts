import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { announceChange } from '../network-writing.ts'
import { findOffice, forgetInvitation, settleEntry } from '../office-writing.ts'
import { runNetwork } from '../policy/membership.ts'

/** 「ログインを外す」 */
export const untieOffice = command({
  name: 'untieOffice',
  description:
    'The secretariat takes an office off a log-in, or takes back the invitation it waits for: from then on the secretariat alone records what its holder says. Who was in the network for that office only is let out of it.',
  input: z.object({
    platformOfficerId: idOf('PlatformOfficer').describe('The person in the office.'),
    version: version(),
  }),
  subject: (tx, { platformOfficerId }, viewer) => findOffice(tx, platformOfficerId, viewer),
  may: runNetwork,
  async run({ tx, subject: office, input, now, emit }) {
    const { id, platformId, userId } = office
    await save(tx.platformOfficer, office, input.version, { userId: null, invitationId: null })
    await forgetInvitation({ tx, now, emit }, office)
    if (userId !== null) await settleEntry({ tx, now, emit }, { platformId, userId })
    announceChange(emit, platformId, globalId('PlatformOfficer', id))
    return { platformOfficerId: id }
  },
})
