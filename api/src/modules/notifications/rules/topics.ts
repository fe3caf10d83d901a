import type { NoticeDelivery } from '../../../generated/prisma/enums.ts'

interface Topic {
  /** What holds while a person has chosen nothing. */
  readonly byDefault: NoticeDelivery
  /** Somebody waits for an answer: it cannot be switched off. */
  readonly obligatory: boolean
}

/** What a person may choose for, in the order of the settings page. */
export const TOPICS = {
  MUST_READ: { byDefault: 'DAILY', obligatory: true },
  ANNOUNCEMENTS: { byDefault: 'DAILY', obligatory: false },
  DOCUMENTS: { byDefault: 'DAILY', obligatory: false },
  FACTS: { byDefault: 'AT_ONCE', obligatory: true },
  NETWORK: { byDefault: 'DAILY', obligatory: false },
  SEARCHES: { byDefault: 'DAILY', obligatory: false },
  PEOPLE: { byDefault: 'DAILY', obligatory: false },
} as const satisfies Readonly<Record<string, Topic>>

export type TopicName = keyof typeof TOPICS
export const TOPIC_NAMES = Object.keys(TOPICS) as readonly TopicName[]

/** Whether a person may choose this for a topic. */
export const mayChoose = (topic: TopicName, delivery: NoticeDelivery): boolean =>
  delivery !== 'NEVER' || !TOPICS[topic].obligatory

/** When a person hears of a topic. A choice that is no longer allowed gives way to the default. */
export const deliveryOf = (topic: TopicName, choice: NoticeDelivery | undefined): NoticeDelivery =>
  choice && mayChoose(topic, choice) ? choice : TOPICS[topic].byDefault

const HOUR = 7

/** When the mail of a day goes out: at seven in the morning in Japan. */
export const digestTime = (day: string): Date =>
  new Date(`${day}T${String(HOUR).padStart(2, '0')}:00:00+09:00`)
