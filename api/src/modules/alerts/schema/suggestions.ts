import './enums.ts'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { mutation } from '../../../kernel/graphql/mutation.ts'
import { globalId } from '../../../kernel/ids.ts'
import { readGlobalId } from '../../../kernel/read/key.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { confirmAlertSuggestion } from '../commands/confirm-alert-suggestion.ts'
import { dismissAlertSuggestion } from '../commands/dismiss-alert-suggestion.ts'
import * as policy from '../policy/alerts.ts'

model('AlertSuggestion', {
  description:
    '「災害として開きますか」: a network is asked because of a message; nothing is opened by it. Seen by the network’s officers and the municipality.',
  visibleTo: policy.suggestionsVisibleTo,
  scope: 'alerts:read',
  fields: (t) => ({
    id: t.id(),
    platform: t.one('platform', { description: 'The network.' }),
    message: t.one('message', { description: 'The latest message it rests on.' }),
    drill: t.column('drill', {
      description: 'It comes from a 訓練 or 試験 message and suggests a drill alone.',
    }),
    hazard: t.computed({
      needs: ['hazard'],
      type: 'String',
      description: 'The kind of disaster an event would be opened for, a value of DisasterHazard.',
      resolve: ({ hazard }) => hazard,
    }),
    signal: t.column('signal', { description: 'By what the message was heaviest.' }),
    rank: t.column('rank', { description: 'How heavy, by the scale of the signal.' }),
    municipalityCodes: t.column('municipalityCodes', {
      description: 'Municipalities of the network over the threshold, 6 digits.',
    }),
    state: t.column('state', { description: 'What became of it.' }),
    suggestedAt: t.column('suggestedAt', { description: 'When it was first asked.' }),
    endedAt: t.column('endedAt', { description: 'When it ended; null while it is open.' }),
    decidedBy: t.one('decidedBy', {
      description: 'Who decided; null unless the asker may know the person.',
    }),
    reason: t.column('reason', {
      description: 'Why no event was opened; CANCELLED or BELOW_THRESHOLD if it was withdrawn.',
    }),
    eventId: t.computed({
      needs: ['eventId'],
      type: 'ID',
      nullable: true,
      description: 'Relay id of the event that was opened; null without one.',
      resolve: ({ eventId }) => eventId && globalId('DisasterEvent', eventId),
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    viewerCan: t.can({
      decide: { description: 'Confirm or dismiss it.', needs: ['platformId'], policy: policy.decide },
    }),
  }),
})

query.one('alertSuggestion', {
  model: 'AlertSuggestion',
  access: 'signedIn',
  description: 'One suggestion by its id.',
})

query.list('alertSuggestions', {
  model: 'AlertSuggestion',
  access: 'signedIn',
  description: 'Suggestions to a network, the latest first.',
  args: (arg) => ({
    platformId: arg.id({ required: true, description: 'The network.' }),
    open: arg.boolean({ description: 'Only those that wait for a person.' }),
  }),
  where({ platformId, open }): Prisma.AlertSuggestionWhereInput {
    const network = readGlobalId(platformId)
    if (network?.model !== 'Platform') return { id: { in: [] } }
    return { platformId: network.key, ...(open ? { state: 'OPEN' } : {}) }
  },
  orderBy: [{ suggestedAt: 'desc' }, { id: 'desc' }],
})

const payload = { alertSuggestion: 'AlertSuggestion' } as const
mutation(confirmAlertSuggestion, { payload })
mutation(dismissAlertSuggestion, { payload })
