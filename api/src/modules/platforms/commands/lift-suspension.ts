import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { text } from '../inputs.ts'
import { betweenBoth, findMembership, todayAt } from '../membership-writing.ts'
import { runNetwork } from '../policy/membership.ts'
import { daysAfter } from '../rules/days.ts'

export const liftSuspension = command({
  name: 'liftSuspension',
  description:
    'The secretariat writes down that a resting membership goes on: the member has its vote again from that day.',
  input: z.object({
    platformMembershipId: idOf('PlatformMembership').describe('The membership.'),
    goesOnFrom: day().describe('First day with a vote again.'),
    reason: text(300).describe('On what the lifting rests, at most 300 characters.'),
    version: version(),
  }),
  subject: (tx, { platformMembershipId }, viewer) => findMembership(tx, platformMembershipId, viewer),
  may: runNetwork,
  async run({ tx, subject, input, now, emit }) {
    const { id, platformId, corporationId } = subject
    const suspension = await tx.membershipSuspension.findFirst({
      where: { membershipId: id, OR: [{ endsOn: null }, { endsOn: { gte: todayAt(now) } }] },
      orderBy: { startsOn: 'desc' },
    })
    if (!suspension) throw new RuleProblem('NOT_SUSPENDED', 'The membership does not rest.')
    await save(tx.platformMembership, subject, input.version, {})
    // Lifted before it began, it never was.
    if (input.goesOnFrom <= suspension.startsOn)
      await tx.membershipSuspension.delete({ where: { id: suspension.id } })
    else
      await save(tx.membershipSuspension, suspension, suspension.version, {
        endsOn: daysAfter(input.goesOnFrom, -1),
      })
    emit(
      events.MembershipChanged,
      { membershipId: id, platformId, corporationId },
      betweenBoth(subject, globalId('PlatformMembership', id)),
    )
    return { platformMembershipId: id }
  },
})
