import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { optionalText } from '../inputs.ts'
import { endMembership, findMembership, membershipRefusals } from '../membership-writing.ts'
import { runNetwork } from '../policy/membership.ts'
import { coversDay } from '../rules/days.ts'

export const expelMember = command({
  name: 'expelMember',
  description:
    'The secretariat writes down that a carried decision of the network expels a member (除名); seats in committees end with it, and the people of the corporation lose the network’s access on the day after.',
  input: z.object({
    platformMembershipId: idOf('PlatformMembership').describe('The membership.'),
    decisionId: idOf('Decision').describe('The carried decision of this network.'),
    endsOn: day().describe('Last day of membership.'),
    reason: optionalText(300).describe('What there is to say beside the decision, at most 300 characters.'),
    version: version(),
  }),
  isolation: 'serializable',
  subject: (tx, { platformMembershipId }, viewer) => findMembership(tx, platformMembershipId, viewer),
  may: runNetwork,
  onConstraint: membershipRefusals,
  async run({ tx, subject, input, emit }) {
    const { decisionId, endsOn, reason } = input
    if (!coversDay(subject, endsOn))
      throw new RuleProblem('NOT_A_MEMBER_THEN', 'It is no member on that day.')
    await endMembership({ tx, emit }, subject, input.version, {
      ending: 'EXPELLED',
      endingDecisionId: decisionId,
      endsOn,
      endingBasis: reason,
    })
    return { platformMembershipId: subject.id }
  },
})
