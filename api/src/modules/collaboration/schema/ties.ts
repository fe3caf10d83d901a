import type { TypeParam } from '@pothos/core'
import type { Prisma } from '../../../generated/prisma/client.ts'
import type { CollaborationStage as Stage } from '../../../generated/prisma/enums.ts'
import { keyOf } from '../../../kernel/read/key.ts'
import { model } from '../../../kernel/read/model.ts'
import type { RowFields } from '../../../kernel/read/fields.ts'
import { query } from '../../../kernel/read/query.ts'
import type { BuilderTypes } from '../../../kernel/read/pothos.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import * as policy from '../policy/ties.ts'
import { isConfidential } from '../rules/stages.ts'
import { CollaborationStage, TieStatus } from './enums.ts'
import * as terms from './terms.ts'

const SCOPE = 'collaboration:read'
const seenBy =
  'Seen by who acts for one of the parties; below 理事会参加, once it stands, also by the people of their facilities, the members of its network and the operator.'
const papersSeenBy =
  'Seen by who acts for one of the parties; below 理事会参加, once it stands, also by the officers of its network and the operator.'

/** Ties that hold on a day. */
export const inForceOn = (today: Date): Prisma.CollaborationTieWhereInput => ({
  status: 'STANDING',
  validFrom: { lte: today },
  OR: [{ validTo: null }, { validTo: { gte: today } }],
})

const ownParties = (viewer: Viewer, answers?: Prisma.CollaborationTiePartyWhereInput['answer']) => ({
  corporationId: { in: [policy.partyOf(viewer)].filter((id) => id !== null) },
  endsOn: null,
  ...(answers === undefined ? {} : { answer: answers }),
})
const isParty = (name: string) => ({
  name,
  relation: 'parties',
  where: (viewer: Viewer) => ownParties(viewer),
})
const asked = {
  name: 'partyAsked',
  relation: 'parties',
  where: (viewer: Viewer) => ownParties(viewer, { in: ['WAITING', 'RECORDED', 'OBJECTED'] }),
}

model('CollaborationTie', {
  description: `Corporations work together at one stage from a day on. ${seenBy}`,
  visibleTo: policy.visibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    stage: t.column('stage', { description: 'The stage; it never changes.' }),
    status: t.column('status', { description: 'How it stands.' }),
    subject: t.column('subject', { description: 'On what they work together.' }),
    confidential: t.computed({
      needs: ['stage'],
      type: 'Boolean',
      description: 'Whether the parties alone see it.',
      resolve: ({ stage }) => isConfidential(stage),
    }),
    platform: t.one('platform', { description: 'The network within which it stands; null if in none.' }),
    service: t.one('service', {
      description: 'The hub’s offer that a contract is about; null if about none.',
    }),
    validFrom: t.column('validFrom', { description: 'First day.' }),
    validTo: t.column('validTo', { description: 'Last day; null = until further notice.' }),
    evidenceKind: t.column('evidenceKind', {
      description: 'Kind of the first paper that shows it; null without one.',
    }),
    endedBecause: t.column('endedBecause', {
      description: 'Why it was ended before its term; null if it was not.',
    }),
    proposedBy: t.one('proposedBy', {
      description: 'The corporation that proposed it; null if the secretariat recorded it.',
    }),
    amends: t.one('amends', { description: 'The tie it replaces; null if none.' }),
    amendments: t.many('amendments', {
      description: 'Ties that replace it, or are proposed to, latest first.',
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
    agreedAt: t.column('agreedAt', { description: 'When it began to stand; null before.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    parties: t.many('parties', {
      description: 'The parties, who proposed first; successors after those they follow.',
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    partyCount: t.count('parties', {
      description: 'Number of parties that have not ended.',
      where: () => ({ endsOn: null }),
    }),
    papers: t.one('papers', { description: `Its terms and evidence. ${papersSeenBy}` }),
    changes: t.many('changes', {
      description: `Who did what with it, latest first. ${papersSeenBy}`,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    }),
    viewerCan: t.can({
      agree: {
        description: 'Agree to it.',
        needs: ['status', 'platformId', 'proposedById', 'validTo'],
        related: asked,
        policy: policy.agree,
      },
      decline: {
        description: 'Decline it.',
        needs: ['status', 'platformId', 'proposedById', 'validTo'],
        related: asked,
        policy: policy.decline,
      },
      object: {
        description: 'Object to what was recorded.',
        needs: ['status', 'platformId', 'proposedById', 'validTo'],
        related: isParty('ownParty'),
        policy: policy.object,
      },
      withdraw: {
        description: 'Take the proposal back.',
        needs: ['status', 'platformId', 'proposedById', 'validTo'],
        policy: policy.withdraw,
      },
      change: {
        description: 'Propose other terms, or end it.',
        needs: ['status', 'platformId', 'proposedById', 'validTo'],
        related: isParty('ownParty'),
        policy: policy.change,
      },
    }),
  }),
})

model('CollaborationTieParty', {
  description: `A corporation’s part in a tie. ${seenBy}`,
  visibleTo: policy.partiesVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    corporation: t.one('corporation', { description: 'The corporation.' }),
    role: t.column('role', { description: 'What it does.' }),
    answer: t.column('answer', { description: 'What it has said.' }),
    answeredAt: t.column('answeredAt', { description: 'When it said so; null while it has not.' }),
    objection: t.column('objection', { description: 'What it says against it; null if nothing.' }),
    startsOn: t.column('startsOn', {
      description: 'First day as successor of a party; null for the first ones.',
    }),
    endsOn: t.column('endsOn', { description: 'Last day of a party that has ended; null for the others.' }),
  }),
})

/** The terms of one stage, null for ties of the others. */
const ofStage = (
  t: RowFields<'CollaborationTiePapers'>,
  stage: Stage,
  type: TypeParam<BuilderTypes>,
  name: string,
) =>
  t.computed({
    needs: ['stage', 'terms'],
    type,
    nullable: true,
    description: `Terms of ${name}; null for a tie of another stage.`,
    resolve: (row) => (row.stage === stage ? row.terms : null) as never,
  })

model('CollaborationTiePapers', {
  description: `Terms and evidence of a tie. ${papersSeenBy}`,
  visibleTo: policy.papersVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    voluntary: ofStage(t, 'VOLUNTARY', terms.VoluntaryTerms, '自主的な連携'),
    councilJoint: ofStage(t, 'COUNCIL_JOINT', terms.CouncilJointTerms, '社協での共同取組'),
    alliance: ofStage(t, 'BUSINESS_ALLIANCE', terms.AllianceTerms, '業務提携'),
    collaboration: ofStage(t, 'COLLABORATION_CORPORATION', terms.CollaborationTerms, '連携法人'),
    board: ofStage(t, 'BOARD_PARTICIPATION', terms.BoardTerms, '理事会参加・経営陣交代'),
    transfer: ofStage(t, 'BUSINESS_TRANSFER', terms.TransferTerms, '事業譲渡'),
    merger: ofStage(t, 'MERGER', terms.MergerTerms, '合併'),
    evidence: t.many('evidence', {
      description: 'Papers that show it.',
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    facilities: t.many('facilities', {
      description: 'Facilities that a 事業譲渡 moves.',
      orderBy: [{ facilityId: 'asc' }, { id: 'asc' }],
    }),
  }),
})

model('CollaborationTieEvidence', {
  description: `A paper that shows a tie. ${papersSeenBy}`,
  visibleTo: policy.evidenceVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    kind: t.column('kind', { description: 'What kind of paper.' }),
    reference: t.column('reference', { description: 'Title, number, where it is kept.' }),
    datedOn: t.column('datedOn', { description: 'Day of the paper; null if not given.' }),
  }),
})

model('CollaborationTieFacility', {
  description: `A facility that a 事業譲渡 moves. ${papersSeenBy}`,
  visibleTo: policy.facilitiesVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    facility: t.one('facility', { description: 'The facility.' }),
  }),
})

model('CollaborationTieChange', {
  description: `Something that was done with a tie. ${papersSeenBy}`,
  visibleTo: policy.changesVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    act: t.column('act', { description: 'What was done.' }),
    at: t.column('at', { description: 'When it was done.' }),
    byUser: t.one('byUser', {
      description: 'Who did it; null for the portal itself, and for a person the viewer may not know of.',
    }),
    actingName: t.column('actingName', {
      description: 'The body it was done for, by its name at that time.',
    }),
    note: t.column('note', { description: 'What was said with it; null if nothing.' }),
  }),
})

query.one('collaborationTie', {
  model: 'CollaborationTie',
  access: 'signedIn',
  description: 'One tie by its id.',
})

query.list('collaborationTies', {
  model: 'CollaborationTie',
  access: 'signedIn',
  description: 'Ties the asker sees, the deepest stage first, then the latest.',
  args: (arg) => ({
    platformId: arg.id({
      description: 'Only those within this network, and the asker’s own that stand in none.',
    }),
    mine: arg.boolean({ description: 'Only those of the corporation the asker acts for.' }),
    stages: arg({ type: [CollaborationStage], description: 'Only of these stages.' }),
    statuses: arg({ type: [TieStatus], description: 'Only those that stand so.' }),
    inForce: arg.boolean({ description: 'Only those that stand and hold today.' }),
  }),
  where: ({ platformId, mine, stages, statuses, inForce }, viewer) => {
    const own: Prisma.CollaborationTieWhereInput = {
      parties: { some: { corporationId: viewer.acting?.corporationId ?? '' } },
    }
    const nobody: Prisma.CollaborationTieWhereInput = { id: { in: [] } }
    const ofOwn = viewer.acting?.corporationId ? own : nobody
    return {
      AND: [
        platformId
          ? { OR: [{ platformId: keyOf('Platform', platformId) }, { AND: [{ platformId: null }, ofOwn] }] }
          : {},
        mine ? ofOwn : {},
        stages ? { stage: { in: stages } } : {},
        statuses ? { status: { in: statuses } } : {},
        inForce ? inForceOn(viewer.today) : {},
      ],
    }
  },
  orderBy: [{ stage: 'desc' }, { validFrom: 'desc' }, { id: 'desc' }],
})
