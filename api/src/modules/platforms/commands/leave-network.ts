import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { optionalText } from '../inputs.ts'
import { endMembership, findMembership, todayAt } from '../membership-writing.ts'
import { leave } from '../policy/membership.ts'
import { networkRules } from '../rulebook.ts'
import { checkLeaving } from '../rules/membership.ts'

export const leaveNetwork = command({
  name: 'leaveNetwork',
  description:
    'A member gives notice, or the secretariat writes down a notice it was given; the last day lies at least the rulebook’s days of notice after it. Seats in committees end with it, and the people of the corporation lose the network’s access on the day after.',
  input: z.object({
    platformMembershipId: idOf('PlatformMembership').describe(
      'The membership, one’s own or of one’s own network.',
    ),
    noticeGivenOn: day().describe('Day on which notice was given; today or before.'),
    endsOn: day().describe('Last day of membership.'),
    reason: optionalText(300).describe('Why, or on which paper it rests; at most 300 characters.'),
    version: version(),
  }),
  isolation: 'serializable',
  subject: (tx, { platformMembershipId }, viewer) => findMembership(tx, platformMembershipId, viewer),
  may: leave,
  async run({ tx, subject, input, now, emit }) {
    const { noticeGivenOn, endsOn, reason } = input
    const { rules } = await networkRules(tx, subject.platform, noticeGivenOn)
    checkLeaving(subject, input, rules.leaving.noticeDays, todayAt(now))
    await endMembership({ tx, emit }, subject, input.version, {
      ending: 'LEFT',
      noticeGivenOn,
      endsOn,
      endingBasis: reason,
    })
    return { platformMembershipId: subject.id }
  },
})
