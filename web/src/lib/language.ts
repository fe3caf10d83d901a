import { useSyncExternalStore } from 'react'

export type Language = 'ja' | 'en'

const KEPT_AS = 'yui.language'
const listeners = new Set<() => void>()
const loaders = new Set<() => Promise<unknown>>()
let current: Language = localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'ja'
document.documentElement.lang = current

/** The language of the screen now; for what is not a component. */
export const language = (): Language => current

/** The language of the screen; the component is drawn again when it changes. */
export const useLanguage = (): Language => useSyncExternalStore(subscribe, language)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Registers texts that are fetched only when their language is chosen. */
export function beforeEnglish(load: () => Promise<unknown>): void {
  loaders.add(load)
}

/**
 * Fetches what the code loaded so far says in the language of the screen. Whoever draws new code waits for it first: a
 * page that begins to draw and then waits for its words in the middle throws its questions to the API away and asks
 * them again, on a slow machine without an end.
 */
export async function wordsOfTheScreen(): Promise<void> {
  if (current === 'en') await Promise.all([...loaders].map((load) => load()))
}

/** Changes the language of the screen and remembers it on this device. The texts in use are fetched first. */
export async function switchLanguage(next: Language): Promise<void> {
  if (next === 'en') await Promise.all([...loaders].map((load) => load()))
  current = next
  localStorage.setItem(KEPT_AS, next)
  document.documentElement.lang = next
  for (const listener of listeners) listener()
}
