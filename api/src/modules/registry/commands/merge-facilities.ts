import { z } from 'zod'
import { dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { loadMergePair, performMerge } from '../matching/merging.ts'
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
  run: (act) => performMerge(act),
})
