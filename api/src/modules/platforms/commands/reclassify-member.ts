import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { memberClassCode, optionalText, text } from '../inputs.ts'
import { betweenBoth, findMembership, keepingVotesSound, todayAt } from '../membership-writing.ts'
import { runNetwork } from '../policy/membership.ts'
import { networkRules } from '../rulebook.ts'
import { classFor, ownVotes } from '../rules/membership.ts'

export const reclassifyMember = command({
  name: 'reclassifyMember',
  description:
    'The secretariat writes down that a member is from now on another kind of member or has other votes, by the rulebook in force; refused if one member would then hold too many votes or 社会福祉法人 would lose their majority.',
  input: z.object({
    platformMembershipId: idOf('PlatformMembership').describe('The membership.'),
    memberClass: memberClassCode(),
    votes: z
      .int()
      .min(0)
      .max(9999)
      .optional()
      .describe('Votes of its own, where the rulebook weights them; left out, those of its kind of member.'),
    votesBasis: optionalText(200).describe('On what votes of its own rest; compulsory with them.'),
    reason: text(300).describe('On what the change rests, at most 300 characters.'),
    version: version(),
  }),
  isolation: 'serializable',
  subject: (tx, { platformMembershipId }, viewer) => findMembership(tx, platformMembershipId, viewer),
  may: runNetwork,
  async run({ tx, subject, input, now, emit }) {
    const { id, platform, platformId, corporationId, corporation, startsOn } = subject
    const today = todayAt(now)
    const onDay = startsOn > today ? startsOn : today
    const { rules } = await networkRules(tx, platform, onDay)
    const kind = classFor(rules.classes, input.memberClass, corporation.kind)
    const own = ownVotes(rules.votes.weighting, kind, input.votes, input.votesBasis)
    await keepingVotesSound(tx, rules, platformId, onDay, () =>
      save(tx.platformMembership, subject, input.version, { memberClass: kind.code, ...own }),
    )
    emit(
      events.MembershipChanged,
      { membershipId: id, platformId, corporationId },
      betweenBoth(subject, globalId('PlatformMembership', id)),
    )
    return { platformMembershipId: id }
  },
})
