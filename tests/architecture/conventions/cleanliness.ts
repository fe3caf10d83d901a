import { findInCode, isCode, lineAt, type Finding, type Source } from '../sources.ts'
import { file, type Convention } from './convention.ts'

// What must not be left in a file. The patterns are put together from parts, so that this file does not find itself.

const word = (...parts: string[]) => parts.join('')

const left = new RegExp(
  `\\b(?:${word('TO', 'DO')}|${word('FIX', 'ME')}|${word('X', 'XX')}|${word('HA', 'CK')})\\b`,
  'g',
)
const waits = new RegExp(
  `${word('waitFor', 'Timeout')}|${word('set', 'Timeout')}\\((?:resolve|done|r)\\b|${word('timers', '/promises')}`,
  'g',
)
const partial = new RegExp(
  `\\b(?:it|test|describe)(?:\\.\\w+)*\\.(?:${word('on', 'ly')}|${word('sk', 'ip')}|${word('fix', 'me')}|${word('to', 'do')})\\b`,
  'g',
)
const silenced = new RegExp(`@ts-(?:${word('ig', 'nore')}|${word('no', 'check')})`, 'g')
const machine = new RegExp(
  [
    word('/', 'work', '/(?:main|shared|\\.library)'),
    word('/', 'root', '/'),
    word('/', 'farm', '/'),
    word('registry', '\\.npmjs'),
    word('deb', '\\.debian\\.org'),
    word('/tmp/', 'env\\.sh'),
  ].join('|'),
  'g',
)

const inText = (sources: readonly Source[], pattern: RegExp, message: string): Finding[] =>
  sources.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      path: `${path}:${lineAt(text, index)}`,
      message: `${message}: ${found}`,
    })),
  )

const isTestCode = ({ path }: Source) => /^tests\/|\.(test|spec)\.tsx?$/.test(path) && isCode(path)

/** Where waiting is the work itself. */
const mayWait = /^tests\/(bench|support)\//

export const cleanliness: Convention[] = [
  {
    name: 'nothing is left to do in a comment',
    because: 'What is missing is an issue; what is there is finished.',
    check: (sources) =>
      inText(
        sources.filter(({ path }) => isCode(path)),
        left,
        'left',
      ),
    broken: [file('api/src/kernel/x.ts', `// ${word('TO', 'DO')}: later`)],
    kept: [file('api/src/modules/notifications/x.ts', 'const todo = todos[0]')],
  },
  {
    name: 'a test waits for a condition, never for a time',
    because: 'A time is too short on the slow machine and too long on the fast one.',
    check: (sources) =>
      findInCode(
        sources.filter((source) => isTestCode(source) && !mayWait.test(source.path)),
        waits,
        ([found]) => `waits for a time: ${found}`,
      ),
    broken: [
      file('tests/e2e/search.spec.ts', `await page.${word('waitFor', 'Timeout')}(500)`),
      file(
        'tests/stories/x.db.test.ts',
        `await new Promise((resolve) => ${word('set', 'Timeout')}(resolve, 10))`,
      ),
    ],
    kept: [file('tests/e2e/search.spec.ts', "await expect(page.getByRole('list')).toBeVisible()")],
  },
  {
    name: 'no test is left out or alone',
    because: 'A test that does not run cannot fail.',
    check: (sources) => findInCode(sources.filter(isTestCode), partial, ([found]) => `runs partly: ${found}`),
    broken: [
      file('api/src/kernel/x.test.ts', `it.${word('sk', 'ip')}('x', () => {})`),
      file('tests/e2e/x.spec.ts', `test.describe.${word('on', 'ly')}('x', () => {})`),
    ],
    kept: [file('api/src/kernel/x.test.ts', "it('x', () => {})")],
  },
  {
    name: 'no type error is silenced',
    because: 'The compiler was right, or the type is wrong: mend that.',
    check: (sources) =>
      inText(
        sources.filter(({ path }) => isCode(path)),
        silenced,
        'silenced',
      ),
    broken: [file('api/src/kernel/x.ts', `// @ts-${word('ig', 'nore')}`)],
    kept: [file('api/src/kernel/x.ts', '// @ts-expect-error the driver types this as any')],
  },
  {
    name: 'no path of one machine and no host of a registry',
    because: 'The project runs where it is cloned.',
    check: (sources) =>
      inText(
        sources.filter(({ path }) => path !== 'pnpm-lock.yaml' && !path.startsWith('data/')),
        machine,
        'belongs to one machine',
      ),
    broken: [
      file('docs/decisions/002-x.md', `see ${word('/', 'root', '/')}notes`),
      file('scripts/start.ts', `const home = '${word('/', 'work', '/main')}'`),
    ],
    kept: [file('docs/decisions/002-x.md', 'PostgreSQL refuses to run as root/administrator')],
  },
]
