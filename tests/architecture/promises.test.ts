import { describe, expect, it } from 'vitest'
import { findPromiseFaults, readPromises } from './promises.ts'
import { isTest, read, readSources } from './sources.ts'

const table = 'docs/promises.md'

it('every promise is shown by a test that exists, and every proof is a promise', () => {
  const tests = readSources('api/src', 'web/src', 'tests', 'scripts', 'prisma').filter(
    // The examples below measure nothing.
    ({ path }) => isTest(path) && !path.startsWith('tests/architecture/promises'),
  )
  expect(readPromises(read(table)).length).toBeGreaterThan(20)
  expect(findPromiseFaults(read(table), tests, table)).toEqual([])
})

it('every row of the table is read', () => {
  const rows = read(table)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  expect(readPromises(read(table))).toHaveLength(rows.length)
})

describe('the check of promises', () => {
  const row = '| `audit-whole` | An altered record is noticed. | `tests/a.test.ts` › finds it |'
  const tests = [
    { path: 'tests/a.test.ts', text: "it('finds it', () => {\n  promise('audit-whole', '7 of 7')\n})" },
    { path: 'tests/b.prove.test.ts', text: "it.each(rows)('holds for %s', () => {})" },
  ]
  const other =
    '| `holds` | It holds. | `tests/b.prove.test.ts` › holds for %s<br>`tests/a.test.ts` › finds it |'
  const messages = (markdown: string, files = tests) =>
    findPromiseFaults(markdown, files, 'p.md').map(({ message }) => message)

  it('lets a kept promise pass', () => {
    expect(messages(`${row}\n${other}`)).toEqual([])
  })

  it.each([
    [
      'a promise without a test',
      `${other}\n| \`audit-whole\` | x | none yet |`,
      ['audit-whole: no test shows it'],
    ],
    [
      'a test that is gone',
      `${row.replace('finds it', 'found it')}\n${other}`,
      ['audit-whole: tests/a.test.ts has no test "found it"'],
    ],
    [
      'a file that is gone',
      `${row.replace('a.test', 'c.test')}\n${other}`,
      ['audit-whole: there is no tests/c.test.ts'],
    ],
    ['a promise made twice', `${row}\n${row}\n${other}`, ['audit-whole is promised twice']],
    ['a proof without a promise', row, ['proves something that p.md does not promise']],
    ['a measured figure without a promise', other, ['measures audit-whole, which p.md does not promise']],
  ])('finds %s', (_, markdown, expected) => {
    expect(messages(markdown)).toEqual(expected)
  })
})
