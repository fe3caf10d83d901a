import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { text } from '../inputs.ts'
import { betweenBoth } from '../membership-writing.ts'
import { applicationsVisibleTo, runNetwork } from '../policy/membership.ts'
import { checkSubmitted } from '../rules/applications.ts'

export const declineApplication = command({
  name: 'declineApplication',
  description:
    'The secretariat writes down that an applicant is not admitted, with the reason, which the applicant reads.',
  input: z.object({
    membershipApplicationId: idOf('MembershipApplication').describe(
      'An application that waits for the network.',
    ),
    reason: text(500).describe('Why, in words for the applicant, at most 500 characters.'),
    version: version(),
  }),
  subject: (tx, { membershipApplicationId }, viewer) =>
    tx.membershipApplication.findFirst({
      where: { AND: [{ id: membershipApplicationId }, applicationsVisibleTo(viewer)] },
    }),
  may: runNetwork,
  async run({ tx, subject, input, viewer, now, emit }) {
    const { id, platformId, corporationId, state } = subject
    checkSubmitted(state)
    await save(tx.membershipApplication, subject, input.version, {
      state: 'DECLINED',
      closingReason: input.reason,
      closedAt: now,
      closedByUserId: viewer.userId,
    })
    emit(
      events.ApplicationClosed,
      { applicationId: id, platformId, corporationId, state: 'DECLINED', byNetwork: true },
      betweenBoth(subject, globalId('MembershipApplication', id)),
    )
    return { membershipApplicationId: id }
  },
})
