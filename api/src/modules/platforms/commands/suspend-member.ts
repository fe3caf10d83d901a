import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { text } from '../inputs.ts'
import { betweenBoth, findMembership } from '../membership-writing.ts'
import { runNetwork } from '../policy/membership.ts'
import { coversDay } from '../rules/days.ts'

export const suspendMember = command({
  name: 'suspendMember',
  description:
    'The secretariat writes down that a membership rests from a day on: the member still sees the network and has no vote, until the suspension is lifted.',
  input: z.object({
    platformMembershipId: idOf('PlatformMembership').describe('The membership.'),
    startsOn: day().describe('First day on which it rests, within the membership.'),
    reason: text(300).describe('On what it rests, e.g. the decision and the clause. At most 300 characters.'),
    version: version(),
  }),
  subject: (tx, { platformMembershipId }, viewer) => findMembership(tx, platformMembershipId, viewer),
  may: runNetwork,
  onConstraint: {
    membership_suspension_once: () =>
      new RuleProblem('SUSPENDED_ALREADY', 'The membership rests on these days already.'),
  },
  async run({ tx, subject, input, emit }) {
    const { id, platformId, corporationId } = subject
    const { startsOn, reason } = input
    if (!coversDay(subject, startsOn))
      throw new RuleProblem('NOT_A_MEMBER_THEN', 'It is no member on that day.')
    await save(tx.platformMembership, subject, input.version, {})
    await tx.membershipSuspension.create({
      data: { membershipId: id, startsOn, endsOn: subject.endsOn, reason },
    })
    emit(
      events.MembershipChanged,
      { membershipId: id, platformId, corporationId },
      betweenBoth(subject, globalId('PlatformMembership', id)),
    )
    return { platformMembershipId: id }
  },
})
