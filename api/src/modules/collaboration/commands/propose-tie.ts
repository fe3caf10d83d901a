import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import * as events from '../events.ts'
import { contents, party, partyRole, stage } from '../inputs.ts'
import { partyOf, speakForCorporation } from '../policy/ties.ts'
import { isConfidential } from '../rules/stages.ts'
import { checkParties, hearersOf, membersAmong, noted, writeTie } from '../tie-writing.ts'

/** 「連携を申し込む」 */
export const proposeTie = command({
  name: 'proposeTie',
  description:
    'A corporation asks members of its networks to work together at a stage; it stands once every party has agreed. From 理事会参加 upward nobody but the parties learns of it.',
  scope: 'collaboration:write',
  input: z.object({
    stage: stage.describe('The stage. It never changes: another stage is another tie.'),
    ownRole: partyRole.describe('What one’s own corporation does.'),
    others: z.array(party).min(1).max(60).describe('The other parties, at most 60.'),
    platformId: idOf('Platform')
      .optional()
      .describe('The network in which it stands and whose members see it; none for what is confidential.'),
    ...contents,
    note: z.string().trim().min(1).max(300).optional().describe('What is said with it.'),
  }),
  // Of a network one does not see one learns nothing, not even who is no member.
  subject: (_tx, { platformId }, viewer) =>
    platformId !== undefined && !viewer.platformIds.includes(platformId)
      ? null
      : { proposerId: partyOf(viewer) },
  may: speakForCorporation,
  auditSubject: () => null,
  auditAudience: (_subject, { others }) =>
    others.map(({ corporationId }) => `corporation:${corporationId}` as const),
  async run({ tx, subject, input, viewer, now, emit }) {
    const proposedById = subject.proposerId ?? ''
    const platformId = input.platformId ?? null
    if (platformId && isConfidential(input.stage))
      throw new RuleProblem('CONFIDENTIAL_IN_NETWORK', 'What is confidential stands in no network.')
    const parties = [{ corporationId: proposedById, role: input.ownRole }, ...input.others]
    const networks = platformId ? [platformId] : viewer.platformIds
    checkParties(
      parties,
      await membersAmong(
        tx,
        networks,
        parties.map(({ corporationId }) => corporationId),
        now,
      ),
    )
    const tie = await writeTie(tx, { stage: input.stage, platformId, proposedById, parties }, input, {
      viewer,
      now,
    })
    await noted(tx, tie.id, 'PROPOSED', { viewer, now, note: input.note })
    const hearers = await hearersOf(tx, { ...tie, stage: input.stage, platformId }, parties, now)
    emit(events.TieProposed, { tieId: tie.id }, hearers)
    return { collaborationTieId: tie.id }
  },
})
