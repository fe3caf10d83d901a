import type { MatchKind as MatchKindName } from '../../../generated/prisma/enums.ts'
import { enumeration } from '../../../kernel/read/enumeration.ts'
import { extend, model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import * as policy from '../policy/matching.ts'
import type { Evidence } from '../rules/matching/evidence.ts'

const MatchKind = enumeration('MatchKind', {
  description: 'What two records are that may be one.',
  values: {
    SHELTER_FACILITY: 'A designated shelter and a registered facility.',
    FACILITY_FACILITY: 'Two facility records at what may be one place.',
    CORPORATION_CORPORATION: 'Two records of what may be one corporation; at most one has a 法人番号.',
    SHELTER_SHELTER: 'The same shelter in two lists.',
  },
})

const MatchState = enumeration('MatchState', {
  description: 'How far two records that may be one have been judged.',
  values: {
    OPEN: 'Waits for a person.',
    LINKED: 'Certain enough to be linked by the portal itself.',
    SAME: 'A person said they are one.',
    DIFFERENT: 'A person said they are two.',
    MERGED: 'They were made one record.',
    SETTLED: 'Answered by a decision about another pair.',
  },
})

const MatchReason = value<Evidence>('MatchReason', {
  description: 'One sign for or against two records being one.',
  fields: {
    code: { type: 'String', description: 'What was compared, e.g. `NAME_SAME`; docs/matching.md lists all.' },
    weight: { type: 'Int', description: 'What it adds to the score; negative if it speaks against.' },
    one: { type: 'String', description: 'Value of the first record; metres for a distance.' },
    other: { type: 'String', description: 'Value of the second record.' },
  },
})

model('MatchProposal', {
  description:
    'Two records that may be one, with what speaks for and against it. Seen by whoever may decide: the system operator, the secretariat for its members and its municipality, the municipality’s liaison, and the corporations’ administrators.',
  visibleTo: policy.matchesVisibleTo,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    kind: t.column('kind', { description: 'What the two records are.' }),
    state: t.column('state', { description: 'How far the pair has been judged.' }),
    postponed: t.column('postponed', { description: 'Somebody put it off; it comes after all others.' }),
    score: t.column('score', {
      description: '0 to 100: the sum of the weights of the reasons, cut off at both ends.',
    }),
    reasons: t.computed({
      needs: ['reasons'],
      type: [MatchReason],
      description: 'What speaks for it and against it.',
      resolve: ({ reasons }) => reasons as unknown as Evidence[],
    }),
    shelter: t.one('shelter', { description: 'The shelter, or the first of two.' }),
    otherShelter: t.one('otherShelter', { description: 'The second shelter of two lists.' }),
    facility: t.one('facility', { description: 'The facility, or the first of two.' }),
    otherFacility: t.one('otherFacility', { description: 'The second facility.' }),
    corporation: t.one('corporation', { description: 'The first corporation.' }),
    otherCorporation: t.one('otherCorporation', { description: 'The second corporation.' }),
    municipality: t.one('municipality', { description: 'Where they lie; null if not known.' }),
    sample: t.column('sample', { description: 'Invented for demonstration.' }),
    note: t.column('note', { description: 'What was noted with the decision; null if nothing.' }),
    decidedAt: t.column('decidedAt', { description: 'When a person decided; null while nobody has.' }),
    decidedBy: t.one('decidedBy', {
      description: 'Who decided; null while nobody has, or if the viewer may not know of the person.',
    }),
    merges: t.many('merges', {
      description: 'Merges that came of it, the latest first; undone ones too.',
      orderBy: [{ mergedAt: 'desc' }, { id: 'desc' }],
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
  }),
})

const MERGED_KINDS: MatchKindName[] = ['FACILITY_FACILITY', 'CORPORATION_CORPORATION']
const LINKED_KINDS: MatchKindName[] = ['SHELTER_FACILITY', 'SHELTER_SHELTER']

query.list('matchProposals', {
  model: 'MatchProposal',
  access: 'signedIn',
  description: 'Pairs the asker may decide about: those put off last, the highest score first.',
  args: (arg) => ({
    states: arg({ type: [MatchState], description: 'Only in one of these states.' }),
    kind: arg({ type: MatchKind, description: 'Only pairs of this kind.' }),
    toMerge: arg.boolean({
      description:
        'Only facilities and corporations (true), or only shelters (false): the former are merged in a second step.',
    }),
  }),
  where: ({ states, kind, toMerge }) => ({
    AND: [
      ...(states ? [{ state: { in: states } }] : []),
      ...(kind ? [{ kind }] : []),
      ...(toMerge == null ? [] : [{ kind: { in: toMerge ? MERGED_KINDS : LINKED_KINDS } }]),
    ],
  }),
  orderBy: [{ postponed: 'asc' }, { score: 'desc' }, { id: 'asc' }],
})

query.one('matchProposal', {
  model: 'MatchProposal',
  access: 'signedIn',
  description: 'One pair by its id.',
})

extend('Shelter', (t) => ({
  matches: t.many('matches', {
    description: 'Pairs it is in, as far as the asker may decide about them.',
    orderBy: [{ score: 'desc' }, { id: 'asc' }],
  }),
}))
