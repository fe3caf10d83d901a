import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { MatchReopened } from '../events.ts'
import { heardBy, shelterColumns, shownRecords } from '../matching/decisions.ts'
import * as policy from '../policy/matching.ts'

/** Of a shelter before a decision, as it was kept with it. */
const shelterBefore = z.object({
  id: z.uuid(),
  facilityId: z.uuid().nullable(),
  matchReason: z.string().nullable(),
  handSet: z.array(z.string()),
  capacity: z.int().nullable(),
  capacityText: z.string().nullable(),
  capacitySourceId: z.uuid().nullable(),
})
const kept = z.object({
  state: z.enum(['OPEN', 'LINKED']),
  shelter: shelterBefore.optional(),
  otherShelter: shelterBefore.optional(),
})

export const takeBackMatchDecision = command({
  name: 'takeBackMatchDecision',
  description:
    'Whoever could decide takes a decision about two records back: the pair waits again and the shelter is as it was before.',
  scope: 'registry:write',
  input: z.object({
    matchProposalId: idOf('MatchProposal').describe('A pair somebody has decided about or put off.'),
  }),
  subject: (tx, { matchProposalId }, viewer) =>
    tx.matchProposal.findFirst({
      where: { AND: [{ id: matchProposalId }, policy.matchesVisibleTo(viewer)] },
      include: { shelter: { select: shelterColumns }, otherShelter: { select: shelterColumns } },
    }),
  may: (viewer) => policy.decideMatch(viewer),
  async run({ tx, subject, emit }) {
    if (subject.state === 'MERGED')
      throw new RuleProblem('MATCH_IS_MERGED', 'The records were merged; undo the merge first.')
    if (subject.state === 'OPEN' && subject.postponed) {
      await save(tx.matchProposal, subject, subject.version, { postponed: false })
    } else if (subject.state === 'SAME' || subject.state === 'DIFFERENT') {
      const before = kept.parse(subject.before)
      const [set, unset] = [subject.state === 'SAME', subject.state === 'DIFFERENT']
      const { shelter, facilityId } = subject
      if (shelter && before.shelter && facilityId) {
        const standsAsDecided = set ? shelter.facilityId === facilityId : true
        const changedSince =
          unset && shelter.facilityId !== null && before.shelter.facilityId !== shelter.facilityId
        if (!standsAsDecided || changedSince)
          throw new RuleProblem('MATCH_DECISION_BUILT_ON', 'The shelter was changed since; decide anew.')
        const { facilityId: id, matchReason, handSet } = before.shelter
        await save(tx.shelter, shelter, shelter.version, { facilityId: id, matchReason, handSet })
      }
      if (!facilityId)
        for (const [now, then] of [
          [subject.shelter, before.shelter],
          [subject.otherShelter, before.otherShelter],
        ] as const) {
          if (!now || !then || now.capacitySourceId === then.capacitySourceId) continue
          const { capacity, capacityText, capacitySourceId } = then
          await save(tx.shelter, now, now.version, { capacity, capacityText, capacitySourceId })
        }
      await save(tx.matchProposal, subject, subject.version, {
        state: before.state,
        decidedAt: null,
        decidedByUserId: null,
      })
      await tx.matchProposal.updateMany({
        where: { settledById: subject.id, state: 'SETTLED' },
        data: { state: 'OPEN', settledById: null, version: { increment: 1 } },
      })
    } else throw new RuleProblem('MATCH_NOT_DECIDED', 'Nobody has decided about this pair.')
    emit(
      MatchReopened,
      { matchProposalId: subject.id },
      { audience: heardBy(subject), entities: shownRecords(subject) },
    )
    return { matchProposalId: subject.id }
  },
})
