import { findInCode, lineAt, type Finding, type Source } from './sources.ts'

/** One row of docs/promises.md. */
export interface Promised {
  readonly id: string
  readonly sentence: string
  /** Tests that show it: file and title. */
  readonly shownBy: readonly { readonly file: string; readonly title: string }[]
  readonly line: number
}

/** Rows look like: | `id` | What Yui promises. | `file` › title<br>`file` › another title | */
export function readPromises(markdown: string): Promised[] {
  return [...markdown.matchAll(/^\| `([a-z0-9-]+)` \| (.+?) \| (.*?) \|$/gm)].map((row) => {
    const [, id = '', sentence = '', tests = ''] = row
    return {
      id,
      sentence,
      line: lineAt(markdown, row.index),
      shownBy: tests
        .split('<br>')
        .map((test) => /^`([^`]+)` › (.+)$/.exec(test.trim()))
        .flatMap((test) => (test ? [{ file: test[1] ?? '', title: test[2] ?? '' }] : [])),
    }
  })
}

/** Titles as they are written in a test file: of it, test, describe and their tables. */
const titlesIn = ({ text }: Source): Set<string> =>
  new Set(
    [
      ...text.matchAll(
        /\b(?:it|test|describe|prove)(?:\.\w+)*(?:\([^'"`]*?\))?\(\s*(?:'((?:[^'\\]|\\.)*)'|"([^"]*)"|`([^`]*)`)/g,
      ),
    ].map(([, single, double, template]) => (single ?? double ?? template ?? '').replaceAll("\\'", "'")),
  )

/** What is wrong between the table and the tests. */
export function findPromiseFaults(markdown: string, tests: readonly Source[], path: string): Finding[] {
  const promises = readPromises(markdown)
  const byPath = new Map(tests.map((test) => [test.path, test]))
  const ids = promises.map(({ id }) => id)
  const promisedFiles = new Set(promises.flatMap(({ shownBy }) => shownBy.map(({ file }) => file)))

  const rows = promises.flatMap(({ id, line, shownBy }) => {
    const say = (message: string) => ({ path: `${path}:${line}`, message: `${id}: ${message}` })
    if (shownBy.length === 0) return [say('no test shows it')]
    return shownBy.flatMap(({ file, title }) => {
      const test = byPath.get(file)
      if (!test) return [say(`there is no ${file}`)]
      return titlesIn(test).has(title) ? [] : [say(`${file} has no test "${title}"`)]
    })
  })
  const twice = ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => ({ path, message: `${id} is promised twice` }))
  const unpromised = findInCode(tests, /\bpromise\(\s*'([^']+)'/g, ([, id = '']) =>
    ids.includes(id) ? null : `measures ${id}, which ${path} does not promise`,
  )
  const proofs = tests
    .filter((test) => test.path.endsWith('.prove.test.ts') && !promisedFiles.has(test.path))
    .map((test) => ({ path: test.path, message: `proves something that ${path} does not promise` }))
  return [...rows, ...twice, ...unpromised, ...proofs]
}
