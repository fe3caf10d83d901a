import { z } from 'zod'
import { dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { RecordsMerged } from '../events.ts'
import { loadMergePair, mergeAudience, mergeEntities, performMerge } from '../matching/merging.ts'
import * as policy from '../policy/matching.ts'
import { sqlIn } from '../absorbing.ts'

export const mergeFacilities = command({
  name: 'mergeFacilities',
  description:
    'Two facility records that are one place become one: offices, shelters, contacts, equipment, people and confirmations go over, the absorbed record is closed and points to the kept one.',
  scope: 'registry:write',
  secondFactor: true,
  input: z.object({
    keptFacilityId: idOf('Facility').describe('The record that stays.'),
    absorbedFacilityId: idOf('Facility').describe(
      'The record whose belongings go over; it ends and points to the other.',
    ),
    previewKey: z.string().max(100).describe('From `mergePreview`: what the person was shown.'),
    matchProposalId: idOf('MatchProposal').optional().describe('The pair that led to it.'),
    note: z.string().trim().max(500).optional().describe('Why, for those who come after. No personal data.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { keptFacilityId, absorbedFacilityId }, _viewer, now) =>
    loadMergePair(
      sqlIn(tx),
      { record: 'FACILITY', keptId: keptFacilityId, absorbedId: absorbedFacilityId },
      dayInJapan(now),
    ),
  may: policy.merge,
  async run({ tx, subject, input, viewer, now, emit }) {
    const registryMergeId = await performMerge({
      tx,
      pair: subject,
      userId: viewer.userId ?? '',
      now,
      note: input.note ?? null,
      matchProposalId: input.matchProposalId ?? null,
      expected: input.previewKey,
    })
    const absorption = {
      record: 'FACILITY' as const,
      keptId: input.keptFacilityId,
      absorbedId: input.absorbedFacilityId,
    }
    emit(
      RecordsMerged,
      { registryMergeId, ...absorption },
      {
        audience: mergeAudience(subject.ownerIds),
        entities: [globalId('RegistryMerge', registryMergeId), ...mergeEntities(absorption)],
      },
    )
    return { registryMergeId }
  },
})
