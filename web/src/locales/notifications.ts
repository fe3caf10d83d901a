import { defineTexts } from '../lib/texts.ts'
import { happenings } from './ja/happenings.ts'
import { notifications } from './ja/notifications.ts'

export const useNotificationsText = defineTexts(
  notifications,
  async () => (await import('./en/notifications.ts')).notifications,
)

const useHappenings = defineTexts(happenings, async () => (await import('./en/happenings.ts')).happenings)

type Words = Readonly<Record<string, string | number>>
type Sentence = string | ((words: Words) => string)

/** Says what happened, from the kind of a notification and the words that came with it. */
export function useHappeningText(): (kind: string, words: unknown) => string {
  const texts: Readonly<Record<string, Sentence>> & { OTHER: Sentence } = useHappenings()
  return (kind, words) => {
    const sentence = texts[kind] ?? texts.OTHER
    return typeof sentence === 'string' ? sentence : sentence(words as Words)
  }
}
