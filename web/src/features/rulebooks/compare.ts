import type { SentenceGroup } from './sentences.ts'

/** Something that two versions say differently; null = one of them does not say it. */
export interface Difference {
  readonly key: string
  readonly title: string
  readonly older: string | null
  readonly newer: string | null
}

interface Article {
  readonly number: string
  readonly heading: string
  readonly text: string
}

/** What changed article by article, in the order of the newer version; articles that went away stand last. */
export function compareArticles(
  older: readonly Article[],
  newer: readonly Article[],
  titleOf: (article: Article) => string,
): Difference[] {
  return differences(
    older.map((article) => ({ key: article.number, title: titleOf(article), words: article.text })),
    newer.map((article) => ({ key: article.number, title: titleOf(article), words: article.text })),
  )
}

/** What changed rule by rule: two rules are the same when they read the same and cite the same clause. */
export function compareRules(
  older: readonly SentenceGroup[],
  newer: readonly SentenceGroup[],
  cited: (sentence: string, clause: string) => string,
): Difference[] {
  const lines = (groups: readonly SentenceGroup[]) =>
    groups.flatMap(({ key: group, title, sentences }) =>
      sentences.map(({ key, sentence, clause }) => ({
        key: `${group}.${key}`,
        title,
        words: cited(sentence, clause),
      })),
    )
  return differences(lines(older), lines(newer))
}

interface Line {
  readonly key: string
  readonly title: string
  readonly words: string
}

function differences(older: readonly Line[], newer: readonly Line[]): Difference[] {
  const before = new Map(older.map((line) => [line.key, line]))
  const after = new Set(newer.map(({ key }) => key))
  return [
    ...newer.flatMap(({ key, title, words }) => {
      const was = before.get(key)
      const same = was?.words === words && was.title === title
      return same ? [] : [{ key, title, older: was?.words ?? null, newer: words }]
    }),
    ...older
      .filter(({ key }) => !after.has(key))
      .map(({ key, title, words }) => ({ key, title, older: words, newer: null })),
  ]
}
