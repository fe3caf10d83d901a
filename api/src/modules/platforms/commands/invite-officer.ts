import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { idempotencyKey, version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { emailAddress, offerRole } from '../../identity/public.ts'
import { todayAt } from '../membership-writing.ts'
import { announceChange } from '../network-writing.ts'
import { checkNotOver, findOffice, forgetInvitation, settleEntry } from '../office-writing.ts'
import { runNetwork } from '../policy/membership.ts'

/** 「メールで招待する」 */
export const inviteOfficer = command({
  name: 'inviteOfficer',
  description:
    'The secretariat invites the holder of an office by mail, with the role of an officer until the end of the term. Whoever accepts has the office tied to their log-in. A tie or an invitation that was there before ends with it.',
  secret: ['email'],
  input: z.object({
    platformOfficerId: idOf('PlatformOfficer').describe('The person in the office.'),
    email: emailAddress().describe('Where the link goes; full-width characters are understood.'),
    version: version(),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { platformOfficerId }, viewer) => findOffice(tx, platformOfficerId, viewer),
  may: runNetwork,
  async run({ tx, subject: office, input, viewer, now, emit }) {
    const { id, platformId, platform, name, userId, endsOn } = office
    checkNotOver(office, now)
    const invitationId = await offerRole(
      { tx, viewer, now, emit },
      {
        email: input.email,
        name,
        role: 'PLATFORM_OFFICER',
        body: { kind: 'PLATFORM', id: platformId, name: platform.name },
        // Who takes office later may read and answer the first notice before.
        startsOn: todayAt(now),
        endsOn,
      },
    )
    await save(tx.platformOfficer, office, input.version, { userId: null, invitationId })
    await forgetInvitation({ tx, now, emit }, office)
    if (userId !== null) await settleEntry({ tx, now, emit }, { platformId, userId })
    announceChange(emit, platformId, globalId('PlatformOfficer', id))
    return { platformOfficerId: id }
  },
})
