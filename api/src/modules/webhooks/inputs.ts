import { z } from 'zod'
import { enumOf } from '../../kernel/inputs.ts'
import { ValidationProblem } from '../../kernel/problems.ts'
import { faultOf } from './addresses.ts'
import { mayGoLocal } from './settings.ts'

export const webhookTopics = {
  EVENT: 'A disaster or a drill is opened or over.',
  REPORT: 'A facility reports, or somebody found out for it.',
  OPENING: 'A welfare shelter takes a step, or counts people and free places.',
  AID: '応援: requests, offers and what became of them.',
  SUGGESTION: 'A message of the 気象庁 makes the network ask whether it opens an event.',
} as const

const topic = () => enumOf('WebhookTopic', 'What a webhook is told of.', webhookTopics)

/** What the secretariat says of a webhook, for a new one and for a change. */
export const webhookFacts = {
  name: z.string().trim().min(1).max(60).describe('Whose system it is.'),
  url: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .describe('Address that is sent to with POST: https, in the internet, without a password in it.'),
  topics: z.array(topic().describe('One topic.')).min(1).max(5).describe('What it is told of.'),
  drills: z.boolean().describe('Whether drills are sent as well; each is marked as one.'),
}

/** Refuses an address that no webhook may have, beside its field. */
export function checkAddress(url: string): void {
  const code = faultOf(url, { local: mayGoLocal() })
  if (code)
    throw new ValidationProblem([{ path: ['url'], code, message: `no address for a webhook: ${code}` }])
}
