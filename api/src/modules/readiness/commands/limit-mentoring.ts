import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf, newId } from '../../../kernel/ids.ts'
import { day } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import * as events from '../events.ts'
import { lookAfter } from '../policy/mentoring.ts'

/** 「受け持つ数の上限を決める」 */
export const limitMentoring = command({
  name: 'limitMentoring',
  description:
    'The secretariat says how many facilities one facility may guide at a time, from a day on; the earlier rule holds until the eve. Mentorships that stand are not touched.',
  scope: 'readiness:write',
  input: z.object({
    platformId: idOf('Platform').describe('The network.'),
    facilities: z.int().min(1).max(50).describe('How many at a time, 1 to 50.'),
    fromOn: day().describe('First day on which it holds.'),
  }),
  subject: (_tx, { platformId }, viewer) => (viewer.platformIds.includes(platformId) ? { platformId } : null),
  may: lookAfter,
  onConstraint: {
    mentoring_limit_one_at_a_time: () =>
      new RuleProblem('LIMIT_TWICE', 'Another rule holds from this day or a later one.'),
  },
  async run({ tx, input, now, emit }) {
    const { platformId, facilities, fromOn } = input
    const eve = new Date(fromOn.getTime() - 86_400_000)
    await tx.mentoringLimit.updateMany({
      where: { platformId, startsOn: { lt: fromOn }, endsOn: null },
      data: { endsOn: eve, version: { increment: 1 } },
    })
    const same = await tx.mentoringLimit.findFirst({
      where: { platformId, startsOn: fromOn },
      select: { id: true },
    })
    const id = same?.id ?? newId(now)
    if (same)
      await tx.mentoringLimit.update({ where: { id }, data: { facilities, version: { increment: 1 } } })
    else await tx.mentoringLimit.create({ data: { id, platformId, facilities, startsOn: fromOn } })
    emit(
      events.MentoringRulesChanged,
      { platformId },
      { audience: [`platform:${platformId}`], entities: [globalId('Platform', platformId)] },
    )
    return { mentoringLimitId: id }
  },
})
