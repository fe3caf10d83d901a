import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import * as events from '../events.ts'
import { contents, party, stage } from '../inputs.ts'
import { record } from '../policy/ties.ts'
import { isConfidential } from '../rules/stages.ts'
import { checkParties, hearersOf, membersAmong, noted, writeTie } from '../tie-writing.ts'

/** 「会員の連携を記録する」 */
export const recordTie = command({
  name: 'recordTie',
  description:
    'A network’s secretariat records from a paper that members work together, below 理事会参加; it stands at once, and each party may object.',
  scope: 'collaboration:write',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    stage: stage.describe('The stage, below 理事会参加.'),
    parties: z.array(party).min(1).max(60).describe('The parties, all members, 2 to 60.'),
    ...contents,
  }),
  subject: async (tx, { platformId }) => {
    const found = await tx.platform.findUnique({ where: { id: platformId }, select: { id: true } })
    return found && { platformId: found.id }
  },
  may: record,
  auditSubject: () => null,
  auditAudience: (_subject, { parties }) =>
    parties.map(({ corporationId }) => `corporation:${corporationId}` as const),
  async run({ tx, subject: { platformId }, input, viewer, now, emit }) {
    const { parties } = input
    if (isConfidential(input.stage))
      throw new RuleProblem('CONFIDENTIAL_IN_NETWORK', 'What is confidential is the parties’ own to say.')
    const ids = parties.map(({ corporationId }) => corporationId)
    checkParties(parties, await membersAmong(tx, [platformId], ids, now))
    const tie = await writeTie(tx, { stage: input.stage, platformId, proposedById: null, parties }, input, {
      viewer,
      now,
    })
    await noted(tx, tie.id, 'RECORDED', { viewer, now })
    const hearers = await hearersOf(tx, { ...tie, stage: input.stage, platformId }, parties, now)
    emit(events.TieRecorded, { tieId: tie.id }, hearers)
    return { collaborationTieId: tie.id }
  },
})
