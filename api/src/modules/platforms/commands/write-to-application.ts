import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import * as events from '../events.ts'
import { text } from '../inputs.ts'
import { betweenBoth } from '../membership-writing.ts'
import { applicationsVisibleTo, writeToOtherSide } from '../policy/membership.ts'
import { checkOpen } from '../rules/applications.ts'

export const writeToApplication = command({
  name: 'writeToApplication',
  description:
    'The network asks an applicant something, or the applicant answers or asks, while the application is open; the other side is told.',
  input: z.object({
    membershipApplicationId: idOf('MembershipApplication').describe('The application.'),
    text: text(2000).describe('What is asked or answered, at most 2000 characters.'),
    idempotencyKey: idempotencyKey(),
  }),
  // What the two write to each other is theirs; the audit says that somebody wrote.
  secret: ['text'],
  subject: (tx, { membershipApplicationId }, viewer) =>
    tx.membershipApplication.findFirst({
      where: { AND: [{ id: membershipApplicationId }, applicationsVisibleTo(viewer)] },
    }),
  may: writeToOtherSide,
  async run({ tx, subject, input, viewer, now, emit }) {
    const { id, platformId, corporationId, state } = subject
    checkOpen(state)
    const fromNetwork = viewer.acting?.platformId === platformId
    await tx.membershipMessage.create({
      data: { applicationId: id, fromNetwork, text: input.text, sentAt: now, authorId: viewer.userId },
    })
    emit(
      events.ApplicationMessageWritten,
      { applicationId: id, platformId, corporationId, fromNetwork },
      betweenBoth(subject, globalId('MembershipApplication', id)),
    )
    return { membershipApplicationId: id }
  },
})
