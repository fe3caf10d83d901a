import { use } from 'react'
import { beforeEnglish, language, useLanguage } from './language.ts'

type Sentence = string | ((...values: never[]) => string)

/** Sentences by key; a sentence with something to put in is a function. Groups nest; a row of steps is a list. */
export interface Texts {
  readonly [key: string]: Sentence | Texts | readonly (Sentence | Texts)[]
}

/** The same keys and the same values to put in, in another language. */
export type Translated<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof T]: Translated<T[Key]> }

/** Texts of one area: a hook for components, and `now()` for everything else. */
export interface TextsOf<T> {
  (): Translated<T>
  /** In the language of the screen, or in Japanese while that is still on its way. */
  now(): Translated<T>
}

/**
 * Makes the hook that gives an area its texts. Japanese travels with the code that uses it;
 * English is fetched when somebody chooses it.
 */
export function defineTexts<const T extends Texts>(
  japanese: T,
  fetchEnglish: () => Promise<Translated<T>>,
): TextsOf<T> {
  // T is its own translation; the compiler cannot see it while T is open.
  const source = japanese as unknown as Translated<T>
  let english: Translated<T> | undefined
  let fetching: Promise<void> | undefined

  const load = () => {
    if (fetching) return fetching
    const coming: Promise<void> = fetchEnglish().then(
      (texts) => {
        english = texts
        // By React's convention for `use`: a promise marked so is not waited for, not even for a moment.
        void Object.assign(coming, { status: 'fulfilled', value: undefined })
      },
      (cause: unknown) => {
        fetching = undefined // the next one who asks tries again
        throw cause
      },
    )
    return (fetching = coming)
  }
  beforeEnglish(load)

  const useTexts = (): Translated<T> => {
    if (useLanguage() === 'ja') return source
    // Always, not only while it is on its way: React counts the hooks of a component that waited in its middle.
    use(load())
    return english ?? source
  }
  return Object.assign(useTexts, { now: () => (language() === 'en' && english) || source })
}
