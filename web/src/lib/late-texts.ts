import { useSyncExternalStore } from 'react'
import { useLanguage, type Language } from './language.ts'

/** Texts that are fetched after the page, once somebody might need them. */
interface LateTexts<T> {
  /** The texts in a language, or undefined while they are on their way. */
  of(language: Language): T | undefined
  subscribe(this: void, told: () => void): () => void
}

/** Texts too many to travel with every page that can say them. A fetch that fails is tried again with the next question. */
export function lateTexts<T>(fetchers: Readonly<Record<Language, () => Promise<T>>>): LateTexts<T> {
  const come = new Map<Language, T>()
  const coming = new Set<Language>()
  const listeners = new Set<() => void>()

  async function fetch(language: Language): Promise<void> {
    if (come.has(language) || coming.has(language)) return
    coming.add(language)
    try {
      come.set(language, await fetchers[language]())
      for (const told of listeners) told()
    } catch {
      // Offline: what is to be said can wait for the line that also brings the refusal.
    } finally {
      coming.delete(language)
    }
  }
  return {
    of(language) {
      void fetch(language)
      return come.get(language)
    },
    subscribe(told) {
      listeners.add(told)
      return () => listeners.delete(told)
    },
  }
}

/** The texts in the language of the screen, or undefined while they are on their way. */
export function useLateTexts<T>(texts: LateTexts<T>): T | undefined {
  const language = useLanguage()
  return useSyncExternalStore(texts.subscribe, () => texts.of(language))
}
