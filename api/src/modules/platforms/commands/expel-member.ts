import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { optionalText } from '../inputs.ts'
import { endMembership, findMembership, membershipRefusals } from '../membership-writing.ts'
import { runNetwork } from '../policy/membership.ts'
import { coversDay } from '../rules/days.ts'
import { checkExpulsion } from '../rules/membership.ts'

export const expelMember = command({
  name: 'expelMember',
  description:
    'The secretariat writes down that a carried decision of the network expels a member (除名); seats in committees end with it, and the people of the corporation lose the network’s access on the day after. In a 社会福祉連携推進法人 it has to be a special resolution of the general meeting (一般社団・財団法人法30条1項).',
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
    // Another network's decision is told apart when the membership is saved.
    const decision = await tx.decision.findFirst({
      where: { id: decisionId, platformId: subject.platformId },
      select: { organ: true, resolutionKind: true },
    })
    checkExpulsion(subject.platform.kind, decision)
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
