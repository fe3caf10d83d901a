import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { checkEnd } from '../committee-writing.ts'
import { organKind, text } from '../inputs.ts'
import * as events from '../events.ts'
import { findNetwork, todayAt } from '../membership-writing.ts'
import { announceChange } from '../network-writing.ts'
import { checkNotOver, officeRefusals, settleEntry } from '../office-writing.ts'
import { runNetwork } from '../policy/membership.ts'
import { isCandidate } from '../queries/office-candidates.ts'
import { networkRules } from '../rulebook.ts'
import { termEnd } from '../rules/terms.ts'

export const appointOfficer = command({
  name: 'appointOfficer',
  description:
    'The secretariat writes down who holds an office of the network (会長, 理事, 監事) from when to when; without a last day, as long as the rulebook gives the office. With a log-in, the person answers and votes for the office themselves.',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    office: text(40).describe('As the rulebook calls it, e.g. 会長.'),
    organ: organKind().optional().describe('In which body the office votes; left out, in none (監事).'),
    name: text(60).describe('The person’s name.'),
    corporationId: idOf('Corporation').optional().describe('The corporation the person comes from.'),
    userId: idOf('User')
      .optional()
      .describe(
        'The person’s log-in, one of officeCandidates; left out, the secretariat records what they say.',
      ),
    startsOn: day().describe('First day.'),
    endsOn: day().optional().describe('Last day; left out, by the rulebook’s term for the office.'),
  }),
  subject: (tx, { platformId }, viewer) => findNetwork(tx, platformId, viewer),
  may: runNetwork,
  onConstraint: officeRefusals,
  async run({ tx, subject, input, now, emit }) {
    const { platformId, office, name, startsOn, organ = null, corporationId = null, userId = null } = input
    if (organ === 'COMMITTEE')
      throw new RuleProblem('OFFICE_NOT_OF_A_COMMITTEE', 'A committee has seats, not offices.')
    const { rules } = await networkRules(tx, subject, startsOn)
    const endsOn = input.endsOn ?? termEnd(rules.terms, office, startsOn)
    checkEnd({ startsOn }, endsOn)
    if (userId !== null) {
      checkNotOver({ endsOn }, now)
      if (!(await isCandidate(tx, { platformId, corporationId }, userId, todayAt(now))))
        throw new RuleProblem(
          'NOT_A_CANDIDATE',
          'The person has no role in the network or at the corporation.',
        )
    }
    const last = await tx.platformOfficer.aggregate({ where: { platformId }, _max: { position: true } })
    const { id } = await tx.platformOfficer.create({
      data: {
        platformId,
        office,
        organ,
        name,
        corporationId,
        userId,
        startsOn,
        endsOn,
        position: (last._max.position ?? 0) + 1,
      },
      select: { id: true },
    })
    if (userId !== null) {
      await settleEntry({ tx, now, emit }, { platformId, userId })
      emit(
        events.OfficeTied,
        { platformOfficerId: id, platformId, userId },
        { audience: [`user:${userId}`], entities: [globalId('PlatformOfficer', id)] },
      )
    }
    announceChange(emit, platformId, globalId('PlatformOfficer', id))
    return { platformOfficerId: id, platformId }
  },
})
