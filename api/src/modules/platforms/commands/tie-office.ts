import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { todayAt } from '../membership-writing.ts'
import { announceChange } from '../network-writing.ts'
import { checkNotOver, findOffice, forgetInvitation, officeRefusals, settleEntry } from '../office-writing.ts'
import { runNetwork } from '../policy/membership.ts'
import { isCandidate } from '../queries/office-candidates.ts'

/** 「ログインをつなぐ」 */
export const tieOffice = command({
  name: 'tieOffice',
  description:
    'The secretariat ties an office to the log-in of the person who holds it, so that they answer and vote for it themselves: somebody with a role in the network, or at the corporation they come from. A tie or an invitation that was there before ends with it.',
  input: z.object({
    platformOfficerId: idOf('PlatformOfficer').describe('The person in the office.'),
    userId: idOf('User').describe('Their log-in, one of officeCandidates.'),
    version: version(),
  }),
  subject: (tx, { platformOfficerId }, viewer) => findOffice(tx, platformOfficerId, viewer),
  may: runNetwork,
  onConstraint: officeRefusals,
  async run({ tx, subject: office, input, now, emit }) {
    const { id, platformId, userId: before } = office
    const { userId } = input
    checkNotOver(office, now)
    if (!(await isCandidate(tx, office, userId, todayAt(now))))
      throw new RuleProblem('NOT_A_CANDIDATE', 'The person has no role in the network or at the corporation.')
    await save(tx.platformOfficer, office, input.version, { userId, invitationId: null })
    await forgetInvitation({ tx, now, emit }, office)
    await settleEntry({ tx, now, emit }, { platformId, userId })
    if (before !== null && before !== userId)
      await settleEntry({ tx, now, emit }, { platformId, userId: before })
    if (before !== userId)
      emit(
        events.OfficeTied,
        { platformOfficerId: id, platformId, userId },
        { audience: [`user:${userId}`], entities: [globalId('PlatformOfficer', id)] },
      )
    announceChange(emit, platformId, globalId('PlatformOfficer', id))
    return { platformOfficerId: id }
  },
})
