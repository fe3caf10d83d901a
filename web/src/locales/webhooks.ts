import { defineTexts } from '../lib/texts.ts'
import { webhooks } from './ja/webhooks.ts'

export const useWebhooksText = defineTexts(webhooks, async () => (await import('./en/webhooks.ts')).webhooks)
