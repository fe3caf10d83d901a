import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { enrolmentInput } from '../enrolment-input.ts'
import * as events from '../events.ts'
import { betweenBoth, enrol, findNetwork, membershipRefusals } from '../membership-writing.ts'
import { runNetwork } from '../policy/membership.ts'

export const enrollMember = command({
  name: 'enrollMember',
  description:
    'The secretariat writes a member down that came without an application in the portal, such as the founding members, on a carried decision or a basis in words.',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    corporationId: idOf('Corporation').describe('The member.'),
    ...enrolmentInput,
  }),
  isolation: 'serializable',
  subject: (tx, { platformId }, viewer) => findNetwork(tx, platformId, viewer),
  may: runNetwork,
  onConstraint: membershipRefusals,
  async run({ tx, subject, input, emit }) {
    const { corporationId } = input
    const membershipId = await enrol(tx, subject, corporationId, input)
    emit(
      events.MembershipChanged,
      { membershipId, platformId: subject.id, corporationId },
      betweenBoth({ platformId: subject.id, corporationId }, globalId('PlatformMembership', membershipId)),
    )
    return { platformMembershipId: membershipId }
  },
})
