import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { optionalText } from '../inputs.ts'
import { betweenBoth } from '../membership-writing.ts'
import { applicationsVisibleTo, withdraw } from '../policy/membership.ts'
import { checkOpen } from '../rules/applications.ts'

export const withdrawApplication = command({
  name: 'withdrawApplication',
  description:
    'A corporation takes its application back or declines an invitation; the network takes back an invitation that nobody has answered.',
  input: z.object({
    membershipApplicationId: idOf('MembershipApplication').describe('An open application or invitation.'),
    reason: optionalText(500).describe('Why, at most 500 characters.'),
    version: version(),
  }),
  subject: (tx, { membershipApplicationId }, viewer) =>
    tx.membershipApplication.findFirst({
      where: { AND: [{ id: membershipApplicationId }, applicationsVisibleTo(viewer)] },
    }),
  may: withdraw,
  async run({ tx, subject, input, viewer, now, emit }) {
    const { id, platformId, corporationId, state } = subject
    checkOpen(state)
    await save(tx.membershipApplication, subject, input.version, {
      state: 'WITHDRAWN',
      closingReason: input.reason,
      closedAt: now,
      closedByUserId: viewer.userId,
    })
    const byNetwork = viewer.acting?.platformId === platformId
    emit(
      events.ApplicationClosed,
      { applicationId: id, platformId, corporationId, state: 'WITHDRAWN', byNetwork },
      betweenBoth(subject, globalId('MembershipApplication', id)),
    )
    return { membershipApplicationId: id }
  },
})
