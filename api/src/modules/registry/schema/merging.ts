import { dayInJapan } from '../../../kernel/clock.ts'
import { builder } from '../../../kernel/graphql/builder.ts'
import { parseGlobalId } from '../../../kernel/ids.ts'
import { forbidden } from '../../../kernel/problems.ts'
import { enumeration } from '../../../kernel/read/enumeration.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { readMergeObstacles, readMergePreview } from '../matching/merge-queries.ts'
import * as policy from '../policy/matching.ts'
import type { StayCode } from '../public.ts'
import type { MergeObstacle } from '../rules/merging.ts'

enumeration('MergeRecord', {
  description: 'What was made one.',
  values: { CORPORATION: 'Two records of one corporation.', FACILITY: 'Two records of one place.' },
})

model('RegistryMerge', {
  description:
    'Two records that were one in truth and were made one. Seen by the system operator, the secretariat of the kept record’s networks and the corporation’s administrator.',
  visibleTo: policy.mergesVisibleTo,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    record: t.column('record', { description: 'What was made one.' }),
    keptFacility: t.one('keptFacility', { description: 'The facility that stayed.' }),
    absorbedFacility: t.one('absorbedFacility', { description: 'The facility that ended.' }),
    keptCorporation: t.one('keptCorporation', { description: 'The corporation that stayed.' }),
    absorbedCorporation: t.one('absorbedCorporation', { description: 'The corporation that ended.' }),
    matchProposal: t.one('matchProposal', { description: 'The pair that led to it.' }),
    note: t.column('note', { description: 'Why, in the words of who did it.' }),
    mergedAt: t.column('mergedAt', { description: 'When it was done.' }),
    mergedBy: t.one('mergedBy', {
      description: 'Who did it; null if the viewer may not know of the person.',
    }),
    undoneAt: t.column('undoneAt', { description: 'When it was undone; null while it stands.' }),
    undoneBy: t.one('undoneBy', { description: 'Who undid it.' }),
    moveCount: t.count('moves', { description: 'Rows that were moved or changed by it.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
  }),
})

model('RegistryMergeMove', {
  description: 'One row that a merge changed. Seen with its merge.',
  visibleTo: (viewer) => ({ merge: { is: policy.mergesVisibleTo(viewer) } }),
  scope: 'registry:read',
  fields: (t) => ({
    relation: t.column('relation', { description: 'Table of the row.' }),
  }),
})

query.list('registryMerges', {
  model: 'RegistryMerge',
  access: 'signedIn',
  description: 'Merges, the latest first; undone ones too.',
  orderBy: [{ mergedAt: 'desc' }, { id: 'desc' }],
})

query.one('registryMerge', {
  model: 'RegistryMerge',
  access: 'signedIn',
  description: 'One merge by its id.',
})

const MergeCount = value<{ relation: string; count: number }>('MergeCount', {
  description: 'So many rows of one kind.',
  fields: {
    relation: { type: 'String', description: 'Their table, e.g. `service_office`.' },
    count: { type: 'Int', description: 'Number of these rows.' },
  },
})

const MergeStayCode = builder.enumType('MergeStayCode', {
  description: 'Why something stays with the absorbed record.',
  values: {
    CONTACT_TWICE: { description: 'The kept record has the same contact.' },
    EQUIPMENT_TWICE: { description: 'The kept record has answered; its answer counts.' },
    EQUIPMENT_ANSWER_TAKEN: {
      description: 'The kept record says unknown; the absorbed one’s answer is taken.',
    },
    RESOURCE_TWICE: { description: 'The kept record has the same room or vehicle.' },
    QUALIFICATION_TWICE: { description: 'The kept record’s number counts.' },
    QUALIFICATION_COUNT_TAKEN: { description: 'The kept record has no number; the absorbed one’s is taken.' },
    PROCUREMENT_LIMITS_OF_KEPT_COUNT: { description: 'The kept corporation has limits of its own.' },
    ROLE_TWICE: { description: 'The same person holds the same role on both; this one ends yesterday.' },
    COMMITTEE_SEAT_TWICE: {
      description: 'Both have a seat in the committee; this one ends yesterday.',
    },
    DUES_TWICE: {
      description: 'A network charged both for the same year; what this one owes or paid stays with it.',
    },
    SHELTER_OFFER_TWICE: {
      description:
        'Both say what they offer as a shelter; the kept one’s counts, what it leaves out is taken.',
    },
    MENTORSHIP_TWICE: { description: 'Both are guided at the moment; the kept one’s goes on.' },
    CALLED_TWICE: { description: 'An event has called both; each keeps what it reported.' },
    OPENING_TWICE: { description: 'Both were asked to open in an event; each keeps its opening.' },
    MEMBERSHIP_TWICE: { description: 'Both are members of the network; this membership ends yesterday.' },
    MANDATE_TWICE: {
      description:
        'The kept corporation has entrusted or been entrusted with the same, or it was between the two.',
    },
  } satisfies Record<StayCode, { description: string }>,
})

const MergeStay = value<{ code: StayCode; what: string }>('MergeStay', {
  description: 'Something that stays with the absorbed record.',
  fields: {
    code: { type: MergeStayCode, description: 'Why it stays.' },
    what: { type: 'String', description: 'What it is called; for a role, its name in code.' },
  },
})

const MergeObstacleCode = builder.enumType('MergeObstacle', {
  description: 'Why two records cannot become one.',
  values: {
    MERGE_SAME_RECORD: { description: 'Both are the same record.' },
    MERGE_SAMPLE_AND_REAL: { description: 'One is invented, the other real.' },
    MERGE_NOT_ACTIVE: { description: 'One of them has ended already.' },
    MERGE_TWO_NUMBERS: { description: 'They have two different 法人番号.' },
    MERGE_KEEP_THE_NUMBERED: { description: 'The one that would end has the 法人番号.' },
  } satisfies Record<MergeObstacle, { description: string }>,
})

interface MergePreview {
  readonly key: string
  readonly keptName: string
  readonly absorbedName: string
  readonly obstacle: MergeObstacle | null
  readonly moves: { relation: string; count: number }[]
  readonly filled: string[]
  readonly stays: { code: StayCode; what: string }[]
}

const MergePreviewRef = value<MergePreview>('MergePreview', {
  description: 'What would happen if two records were made one.',
  fields: {
    key: { type: 'String', description: 'To be sent with the merge: it is refused if this has changed.' },
    keptName: { type: 'String', description: 'Name of the record that stays.' },
    absorbedName: { type: 'String', description: 'Name of the record that ends.' },
    obstacle: { type: MergeObstacleCode, nullable: true, description: 'Why it cannot be; null if it can.' },
    moves: { type: [MergeCount], description: 'What goes over.' },
    filled: { type: ['String'], description: 'Columns of the kept record that take a value it lacks.' },
    stays: { type: [MergeStay], description: 'What stays with the absorbed record, and why.' },
  },
})

query.custom('mergePreview', {
  access: policy.decideMatch,
  scope: 'registry:read',
  description:
    'What would happen if two facilities or two corporations were made one. For whoever may merge them; changes nothing. Null if there are no such records.',
  type: MergePreviewRef,
  nullable: true,
  args: (arg) => ({
    keptId: arg.id({ required: true, description: 'Relay id of the facility or corporation that stays.' }),
    absorbedId: arg.id({ required: true, description: 'Relay id of the one that ends.' }),
  }),
  complexity: 20,
  async resolve({ keptId, absorbedId }, { viewer, now, sql }) {
    const [kept, absorbed] = [parseGlobalId(keptId), parseGlobalId(absorbedId)]
    if (!kept || !absorbed || kept.model !== absorbed.model) return null
    if (kept.model !== 'Facility' && kept.model !== 'Corporation') return null
    const record = kept.model === 'Facility' ? ('FACILITY' as const) : ('CORPORATION' as const)
    const succession = { record, keptId: kept.id, absorbedId: absorbed.id }
    const found = await readMergePreview(sql, succession, dayInJapan(now))
    if (!found) return null
    const verdict = policy.merge(viewer, found.pair)
    if (!verdict.allowed) throw forbidden(verdict.reason)
    return found.preview
  },
})

query.custom('mergeObstacles', {
  access: policy.decideMatch,
  scope: 'registry:read',
  description:
    'What has been built on a merge since, so that it cannot be undone; empty if it can. For whoever may undo it. Null if there is no such merge.',
  type: [MergeCount],
  nullable: true,
  args: (arg) => ({ id: arg.id({ required: true, description: 'Relay id of the merge.' }) }),
  complexity: 10,
  async resolve({ id }, { viewer, sql, now }) {
    const key = parseGlobalId(id)
    const found =
      key?.model === 'RegistryMerge' ? await readMergeObstacles(sql, key.id, dayInJapan(now)) : null
    if (!found) return null
    const verdict = policy.undoMerge(viewer, found.pair)
    if (!verdict.allowed) throw forbidden(verdict.reason)
    return found.obstacles
  },
})
