import { extend, model } from '../../../kernel/read/model.ts'
import * as policy from '../policy/ties.ts'
import { stageOfMembers } from '../rules/stages.ts'
import { CollaborationStage } from './enums.ts'
import { inForceOn } from './ties.ts'

model('CollaborationService', {
  description: 'What a hub corporation offers the members of its network. Seen by whoever sees the network.',
  visibleTo: policy.servicesVisibleTo,
  scope: 'collaboration:read',
  fields: (t) => ({
    id: t.id(),
    provider: t.one('provider', { description: 'The hub corporation.' }),
    name: t.column('name', { description: 'What it is called.' }),
    scope: t.column('scope', { description: 'What is done, by when, how well.' }),
    feeYen: t.column('feeYen', { description: 'The fee including tax, yen; null = by agreement.' }),
    feePer: t.column('feePer', { description: 'Per what the fee is paid; null = by agreement.' }),
    offeredFrom: t.column('offeredFrom', { description: 'First day of the offer.' }),
    offeredTo: t.column('offeredTo', { description: 'Last day of the offer; null while it goes on.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    contractCount: t.count('contracts', {
      description: 'Number of contracts about it that hold today.',
      where: (_args, viewer) => inForceOn(viewer.today),
    }),
    viewerCan: t.can({
      withdraw: {
        description: 'No longer offer it.',
        needs: ['platformId', 'providerId'],
        policy: policy.offer,
      },
    }),
  }),
})

extend('Platform', (t) => ({
  membersStage: t.computed({
    needs: ['kind'],
    type: CollaborationStage,
    description: 'The stage at which its members work together by their membership alone.',
    resolve: ({ kind }) => stageOfMembers(kind),
  }),
  services: t.many('services', {
    description:
      'What hub corporations offer its members today, by name; withdrawn offers only if asked for.',
    args: (arg) => ({ withdrawn: arg.boolean({ description: 'Also what is no longer offered.' }) }),
    where: ({ withdrawn }, viewer) =>
      withdrawn ? {} : { OR: [{ offeredTo: null }, { offeredTo: { gt: viewer.today } }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  }),
  contracts: t.many('ties', {
    description: 'Contracts (業務提携) between its members that hold today, the latest first.',
    args: (arg) => ({ ofCatalogue: arg.boolean({ description: 'Only those about an offer of a hub.' }) }),
    where: ({ ofCatalogue }, viewer) => ({
      AND: [
        { stage: 'BUSINESS_ALLIANCE' },
        inForceOn(viewer.today),
        ofCatalogue ? { serviceId: { not: null } } : {},
      ],
    }),
    orderBy: [{ stage: 'desc' }, { validFrom: 'desc' }, { id: 'desc' }],
  }),
}))
