import { z } from 'zod'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { enumOf, idempotencyKey, version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { MatchDecided } from '../events.ts'
import { shareCapacities } from '../matching/write-proposals.ts'
import { heardBy, shownRecords, shelterColumns } from '../matching/decisions.ts'
import * as policy from '../policy/matching.ts'

const decision = enumOf('MatchDecision', 'What a person says about two records that may be one.', {
  SAME: 'They are one.',
  DIFFERENT: 'They are two; the pair never comes back unless something new speaks for it.',
  LATER: 'Not now: the pair goes to the end of the queue.',
})

/** 「同じ」「別のもの」「あとで」 */
export const decideMatch = command({
  name: 'decideMatch',
  description:
    'Whoever looks after the records says whether two of them are one. A shelter is linked at once; facilities and corporations are merged in a step of its own.',
  scope: 'registry:write',
  input: z.object({
    matchProposalId: idOf('MatchProposal').describe(
      'The pair; it waits for a decision or was linked by the portal.',
    ),
    decision: decision.describe('What is said about it.'),
    note: z.string().trim().max(500).optional().describe('Why, for those who come after. No personal data.'),
    version: version(),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { matchProposalId }, viewer) =>
    tx.matchProposal.findFirst({
      where: { AND: [{ id: matchProposalId }, policy.matchesVisibleTo(viewer)] },
      include: {
        shelter: { select: shelterColumns },
        otherShelter: { select: shelterColumns },
      },
    }),
  may: (viewer) => policy.decideMatch(viewer),
  async run({ tx, subject, input, viewer, now, emit }) {
    if (subject.state !== 'OPEN' && subject.state !== 'LINKED')
      throw new RuleProblem('MATCH_ALREADY_DECIDED', 'Somebody has decided already; take that back first.')
    const { shelter, otherShelter, facilityId } = subject
    const note = input.note === undefined || input.note === '' ? subject.note : input.note
    if (input.decision === 'LATER') {
      if (subject.state !== 'OPEN')
        throw new RuleProblem('MATCH_ALREADY_LINKED', 'The portal has linked the pair; it does not wait.')
      await save(tx.matchProposal, subject, input.version, { postponed: true, note })
    } else {
      const before: Prisma.InputJsonObject = {
        state: subject.state,
        ...(shelter ? { shelter } : {}),
        ...(otherShelter ? { otherShelter } : {}),
      }
      await save(tx.matchProposal, subject, input.version, {
        state: input.decision,
        postponed: false,
        note,
        before,
        decidedAt: now,
        decidedByUserId: viewer.userId,
      })
      if (shelter && facilityId && input.decision === 'SAME') {
        await save(tx.shelter, shelter, shelter.version, {
          facilityId,
          matchReason: 'DECIDED_BY_A_PERSON',
          handSet: [...new Set([...shelter.handSet, 'facilityId'])],
        })
        await tx.matchProposal.updateMany({
          where: {
            shelterId: shelter.id,
            kind: 'SHELTER_FACILITY',
            state: { in: ['OPEN', 'LINKED'] },
            id: { not: subject.id },
          },
          data: { state: 'SETTLED', postponed: false, settledById: subject.id, version: { increment: 1 } },
        })
      }
      if (shelter && facilityId && input.decision === 'DIFFERENT' && shelter.facilityId === facilityId)
        await save(tx.shelter, shelter, shelter.version, {
          facilityId: null,
          matchReason: null,
          handSet: shelter.handSet.filter((column) => column !== 'facilityId'),
        })
      if (shelter && otherShelter && input.decision === 'SAME')
        await shareCapacities(tx, [shelter, otherShelter], [[shelter.id, otherShelter.id]], now, {
          sheltersChanged: 0,
        })
    }
    emit(
      MatchDecided,
      { matchProposalId: subject.id, decision: input.decision },
      { audience: heardBy(subject), entities: shownRecords(subject) },
    )
    return { matchProposalId: subject.id }
  },
})
