import { z } from 'zod'
import { dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { loadMergePair, performMerge } from '../matching/merging.ts'
import * as policy from '../policy/matching.ts'
import { sqlIn } from '../absorbing.ts'

export const mergeCorporations = command({
  name: 'mergeCorporations',
  description:
    'Two records of one corporation become one: facilities, offices, contacts, people and memberships go over, the absorbed record ends as merged and points to the kept one. Two 法人番号 are never one.',
  scope: 'registry:write',
  secondFactor: true,
  input: z.object({
    keptCorporationId: idOf('Corporation').describe('The record that stays.'),
    absorbedCorporationId: idOf('Corporation').describe(
      'The record whose belongings go over; it ends and points to the other.',
    ),
    previewKey: z.string().max(100).describe('From `mergePreview`: what the person was shown.'),
    matchProposalId: idOf('MatchProposal').optional().describe('The pair that led to it.'),
    note: z.string().trim().max(500).optional().describe('Why, for those who come after. No personal data.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { keptCorporationId, absorbedCorporationId }, _viewer, now) =>
    loadMergePair(
      sqlIn(tx),
      { record: 'CORPORATION', keptId: keptCorporationId, absorbedId: absorbedCorporationId },
      dayInJapan(now),
    ),
  may: policy.merge,
  run: (act) => performMerge(act),
})
