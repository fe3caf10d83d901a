import type { Prisma } from '../../../generated/prisma/client.ts'
import { mutation } from '../../../kernel/graphql/mutation.ts'
import { enumeration } from '../../../kernel/read/enumeration.ts'
import { readGlobalId } from '../../../kernel/read/key.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { adjustWebhook } from '../commands/adjust-webhook.ts'
import { createWebhook } from '../commands/create-webhook.ts'
import { endWebhook } from '../commands/end-webhook.ts'
import { renewWebhookSecret } from '../commands/renew-webhook-secret.ts'
import { resendWebhookDelivery } from '../commands/resend-webhook-delivery.ts'
import { resumeWebhook } from '../commands/resume-webhook.ts'
import { tryWebhook } from '../commands/try-webhook.ts'
import { webhookTopics } from '../inputs.ts'
import * as policy from '../policy.ts'

enumeration('WebhookTopic', { description: 'What a webhook is told of.', values: webhookTopics })
enumeration('WebhookState', {
  description: 'Whether a webhook is told anything.',
  values: {
    ON: 'It is told what it asked for.',
    STOPPED: 'Nobody answered for a day; nothing is sent until somebody lets it go on.',
    ENDED: 'It was ended for good.',
  },
})
enumeration('WebhookDeliveryState', {
  description: 'What became of something a webhook is told.',
  values: {
    WAITING: 'It is on its way, or will be tried again.',
    DELIVERED: 'It has arrived: an answer of 2xx.',
    GIVEN_UP: 'It was tried for a day, or the webhook was stopped.',
  },
})
enumeration('WebhookFailure', {
  description: 'Why the last attempt did not arrive.',
  values: {
    NO_ADDRESS: 'The name of the address leads nowhere.',
    PRIVATE_ADDRESS: 'It leads into a private network, where the portal does not go.',
    NO_CONNECTION: 'Nobody answers there, or the certificate is wrong.',
    NO_ANSWER: 'No answer within ten seconds.',
    ANSWERED_NO: 'An answer other than 2xx; a redirection is not followed.',
    STOPPED: 'The webhook was stopped or ended before.',
  },
})

model('Webhook', {
  description:
    'An address of another system that a network has told what happens, by POST and signed as Standard Webhooks say (headers webhook-id, webhook-timestamp, webhook-signature). It gets ids and times, never a name or a figure; drills only if it asked for them, marked by "drill": true, "watermark": "【訓練】" and the header yui-drill. The same webhook-id may come twice. Seen by the secretariat, chair and auditor of the network.',
  visibleTo: policy.webhooksVisibleTo,
  scope: 'disasters:read',
  fields: (t) => ({
    id: t.id(),
    platform: t.one('platform', { description: 'The network.' }),
    name: t.column('name', { description: 'Whose system it is.' }),
    url: t.column('url', { description: 'Where it is sent to.' }),
    topics: t.column('topics', { description: 'What it is told of.' }),
    drills: t.column('drills', { description: 'Whether drills are sent as well.' }),
    state: t.column('state', { description: 'Whether it is told anything.' }),
    createdBy: t.one('createdBy', { description: 'Who made it; null unless the asker may know the person.' }),
    createdAt: t.column('createdAt', { description: 'When it was made.' }),
    stoppedAt: t.column('stoppedAt', { description: 'When it was stopped or ended; null while it is on.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    deliveries: t.many('deliveries', {
      description: 'What it was told in the last 30 days, the latest first.',
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
    viewerCan: t.can({
      manage: { description: 'Change, try, stop and end it.', needs: ['platformId'], policy: policy.manage },
    }),
  }),
})

model('WebhookDelivery', {
  description: 'One thing a webhook is told. Seen with the webhook; forgotten after 30 days.',
  visibleTo: policy.deliveriesVisibleTo,
  scope: 'disasters:read',
  fields: (t) => ({
    id: t.id(),
    webhook: t.one('webhook', { description: 'The webhook.' }),
    eventName: t.column('eventName', { description: 'Name of the event, e.g. disasters.EventOpened.v1.' }),
    trial: t.computed({
      needs: ['eventId'],
      type: 'Boolean',
      description: 'It is a trial: nothing has happened.',
      resolve: ({ eventId }) => eventId === null,
    }),
    drill: t.column('drill', { description: 'It is of a drill.' }),
    body: t.column('body', { description: 'What is sent, as JSON.' }),
    state: t.column('state', { description: 'What became of it.' }),
    attempts: t.column('attempts', { description: 'How often it was tried.' }),
    createdAt: t.column('createdAt', { description: 'When it happened.' }),
    nextAt: t.column('nextAt', { description: 'When it is tried next; null once it is settled.' }),
    settledAt: t.column('settledAt', {
      description: 'When it arrived or was given up; null while it waits.',
    }),
    failure: t.column('failure', { description: 'Why the last attempt did not arrive; null if it did.' }),
    status: t.column('status', { description: 'HTTP status of the last answer; null without one.' }),
  }),
})

query.list('webhooks', {
  model: 'Webhook',
  access: 'signedIn',
  description: 'Webhooks of a network, the latest first.',
  args: (arg) => ({ platformId: arg.id({ required: true, description: 'The network.' }) }),
  where({ platformId }): Prisma.WebhookWhereInput {
    const network = readGlobalId(platformId)
    return network?.model === 'Platform' ? { platformId: network.key } : { id: { in: [] } }
  },
  orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
})

const secret = {
  type: 'String',
  description: 'The key of the signatures (whsec_…), shown this once; null when the answer is repeated.',
} as const

mutation(createWebhook, { payload: { webhook: 'Webhook', secret } })
mutation(adjustWebhook, { payload: { webhook: 'Webhook' } })
mutation(resumeWebhook, { payload: { webhook: 'Webhook' } })
mutation(endWebhook, { payload: { webhook: 'Webhook' } })
mutation(renewWebhookSecret, { payload: { webhook: 'Webhook', secret } })
mutation(tryWebhook, { payload: { webhookDelivery: 'WebhookDelivery' } })
mutation(resendWebhookDelivery, { payload: { webhookDelivery: 'WebhookDelivery' } })
