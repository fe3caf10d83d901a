import type { WebhookTopic } from '../../generated/prisma/client.ts'
import * as alerts from '../alerts/events.ts'
import * as disasters from '../disasters/events.ts'
import * as mutualaid from '../mutualaid/events.ts'

const EVENTS: Readonly<Record<WebhookTopic, readonly { readonly name: string }[]>> = {
  EVENT: [disasters.EventOpened, disasters.EventClosed],
  REPORT: [disasters.ReportReceived, disasters.SilenceConfirmed],
  OPENING: [disasters.OpeningChanged, disasters.FiguresReported],
  AID: [
    mutualaid.AidRequested,
    mutualaid.AidRequestChanged,
    mutualaid.AidOffered,
    mutualaid.AidAnswered,
    mutualaid.AidOfferChanged,
  ],
  SUGGESTION: [alerts.OpeningSuggested, alerts.SuggestionEnded],
}

/** By the name of an event, the topic a webhook asks for it by. All of them say in their payload whether they are of a drill. */
export const topicOf: ReadonlyMap<string, WebhookTopic> = new Map(
  Object.entries(EVENTS).flatMap(([topic, events]) =>
    events.map(({ name }) => [name, topic as WebhookTopic] as const),
  ),
)
