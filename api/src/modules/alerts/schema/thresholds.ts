import './enums.ts'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { mutation } from '../../../kernel/graphql/mutation.ts'
import { readGlobalId } from '../../../kernel/read/key.ts'
import { extend, model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { decideAlertThreshold } from '../commands/decide-alert-threshold.ts'
import * as policy from '../policy/alerts.ts'

model('AlertThreshold', {
  description:
    'From which weight on a message makes a suggestion, from a day on: for all networks or for one. Seen by everybody signed in; a network’s own by its people.',
  visibleTo: policy.thresholdsVisibleTo,
  scope: 'alerts:read',
  fields: (t) => ({
    id: t.id(),
    platform: t.one('platform', { description: 'The network that has set it; null = for all.' }),
    signal: t.column('signal', { description: 'By what the weight is measured.' }),
    minimum: t.column('minimum', { description: 'The least weight, by the scale of the signal.' }),
    startsOn: t.column('startsOn', { description: 'First day it holds.' }),
    basis: t.column('basis', { description: 'On what it rests, in Japanese.' }),
    confirmedAt: t.column('confirmedAt', {
      description: 'When somebody checked it against its source; null = 未確認.',
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
  }),
})

extend('Platform', (t) => ({
  alertsCan: t.can({
    decideThreshold: {
      description: 'Set from which weight on messages make a suggestion in it.',
      needs: ['id'],
      policy: (viewer, { id }) => policy.decideThreshold(viewer, { platformId: id }),
    },
  }),
}))

query.list('alertThresholds', {
  model: 'AlertThreshold',
  access: 'signedIn',
  description: 'Thresholds of a network and those for all, by signal, the latest first.',
  args: (arg) => ({ platformId: arg.id({ required: true, description: 'The network.' }) }),
  where({ platformId }): Prisma.AlertThresholdWhereInput {
    const network = readGlobalId(platformId)
    return network?.model === 'Platform'
      ? { OR: [{ platformId: null }, { platformId: network.key }] }
      : { platformId: null }
  },
  orderBy: [{ signal: 'asc' }, { startsOn: 'desc' }, { id: 'asc' }],
})

mutation(decideAlertThreshold, { payload: { alertThreshold: 'AlertThreshold' } })
