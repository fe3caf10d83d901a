import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { enrolmentInput } from '../enrolment-input.ts'
import * as events from '../events.ts'
import { betweenBoth, enrol, membershipRefusals } from '../membership-writing.ts'
import { applicationsVisibleTo, runNetwork } from '../policy/membership.ts'
import { checkSubmitted } from '../rules/applications.ts'

export const admitMember = command({
  name: 'admitMember',
  description:
    'The secretariat writes down that an applicant is admitted: on a carried decision of the network, which is compulsory where a clause asks for it, or on a basis in words. Its people have the network’s access from the first day of membership.',
  input: z.object({
    membershipApplicationId: idOf('MembershipApplication').describe(
      'An application that waits for the network.',
    ),
    ...enrolmentInput,
    version: version(),
  }),
  isolation: 'serializable',
  subject: (tx, { membershipApplicationId }, viewer) =>
    tx.membershipApplication.findFirst({
      where: { AND: [{ id: membershipApplicationId }, applicationsVisibleTo(viewer)] },
      include: {
        platform: { select: { id: true, name: true, kind: true, sample: true, admissionClause: true } },
      },
    }),
  may: runNetwork,
  onConstraint: membershipRefusals,
  async run({ tx, subject, input, viewer, now, emit }) {
    const { id, platform, platformId, corporationId, state } = subject
    checkSubmitted(state)
    const membershipId = await enrol(tx, { ...platform, platformId }, corporationId, input)
    await save(tx.membershipApplication, subject, input.version, {
      state: 'ADMITTED',
      membershipId,
      closedAt: now,
      closedByUserId: viewer.userId,
    })
    emit(
      events.ApplicationClosed,
      { applicationId: id, platformId, corporationId, state: 'ADMITTED', byNetwork: true },
      betweenBoth(subject, globalId('MembershipApplication', id)),
    )
    return { membershipApplicationId: id, platformMembershipId: membershipId }
  },
})
