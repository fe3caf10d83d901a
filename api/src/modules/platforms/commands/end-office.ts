import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { checkEnd } from '../committee-writing.ts'
import { announceChange } from '../network-writing.ts'
import { findOffice, forgetInvitation, officeRefusals, settleEntry } from '../office-writing.ts'
import { runNetwork } from '../policy/membership.ts'

export const endOffice = command({
  name: 'endOffice',
  description:
    'The secretariat writes down the last day of a person in an office; it stays in the history. With the day its holder has no vote any more, whoever’s log-in it is tied to, and an invitation into it no longer opens.',
  input: z.object({
    platformOfficerId: idOf('PlatformOfficer').describe('The person in the office.'),
    endsOn: day().describe('The last day.'),
    version: version(),
  }),
  subject: (tx, { platformOfficerId }, viewer) => findOffice(tx, platformOfficerId, viewer),
  may: runNetwork,
  onConstraint: officeRefusals,
  async run({ tx, subject, input, now, emit }) {
    const { platformId, userId } = subject
    checkEnd(subject, input.endsOn)
    await save(tx.platformOfficer, subject, input.version, { endsOn: input.endsOn, invitationId: null })
    await forgetInvitation({ tx, now, emit }, subject)
    if (userId !== null) await settleEntry({ tx, now, emit }, { platformId, userId })
    announceChange(emit, subject.platformId, globalId('PlatformOfficer', subject.id))
    return { platformOfficerId: subject.id }
  },
})
