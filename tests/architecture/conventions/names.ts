import path from 'node:path'
import { findInCode, isCode, isFixture, isTest, type Finding, type Source } from '../sources.ts'
import { file, type Convention } from './convention.ts'

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/
const pascal = /^[A-Z][A-Za-z0-9]*$/

/** The parts of a path below the project's own folders, file endings cut off. */
function badName(source: Source): string | null {
  const parts = source.path.split('/')
  const base = (parts.pop() ?? '').replace(/^\./, '').split('.')[0] ?? ''
  const mayBePascal = /^web\/src\/(ui|features|routes|app)\//.test(source.path)
  const isName = (part: string) => kebab.test(part) || (mayBePascal && pascal.test(part))
  return [...parts, base].find((part) => part !== '' && !part.startsWith('.') && !isName(part)) ?? null
}

const drawer = /(?:^|\/)(utils?|helpers?|common|shared|misc|constants|functions|stuff)[/.]|\/(types)\//i

const camelCase = (kebabName: string) =>
  kebabName.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
const wrongVerbs = /^(update|process|manage|handle|do|perform|execute|set|change)(?=[A-Z]|$)/

function commandFindings({ path: file, text }: Source): Finding[] {
  const wanted = camelCase(path.posix.basename(file, '.ts'))
  const names = [...text.matchAll(/\bcommand\(\{\s*name:\s*'([^']+)'/g)].map(([, name]) => name ?? '')
  const exported = [...text.matchAll(/^export const (\w+) = command\(/gm)].map(([, name]) => name ?? '')
  const found: Finding[] = []
  const say = (message: string) => found.push({ path: file, message })
  if (names.length !== 1) say(`declares ${names.length} commands, one file is one use case`)
  for (const name of new Set([...names, ...exported])) {
    if (name !== wanted) say(`the command is called ${name}, the file says ${wanted}`)
  }
  if (wrongVerbs.test(wanted)) say(`${wanted}: say what happens in the words of the domain`)
  return found
}

const commandFile = (source: Source) =>
  /^api\/src\/modules\/[^/]+\/commands\//.test(source.path) && !isTest(source.path) && !isFixture(source.path)

const pastTense =
  /(?:[a-z]ed|Begun|Chosen|Given|Held|Left|Lost|Made|Met|Read|Sent|Taken|Withdrawn|Won|Written)$/
const screamingSnake = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/

/** A reason or rule code where it is raised: the code itself, or what stands in its place. */
const raisedCode = /\b(?:deny|forbidden|new RuleProblem)\(\s*(?:'([^']*)'|([^\s'),][^),]*))/g

export const names: Convention[] = [
  {
    name: 'files and folders are kebab-case, components PascalCase',
    because: 'One spelling finds every file.',
    check: (sources) =>
      sources
        .filter(({ path }) => isCode(path) && !path.startsWith('.ci/'))
        .flatMap((source) => {
          const part = badName(source)
          return part === null ? [] : [{ path: source.path, message: `"${part}" is neither` }]
        }),
    broken: [
      file('api/src/modules/registry/facilityRules.ts', ''),
      file('api/src/kernel/Command.ts', ''),
      file('web/src/ui/date_field/DateField.tsx', ''),
    ],
    kept: [
      file('api/src/modules/registry/commands/confirm-facility-unchanged.db.test.ts', ''),
      file('web/src/ui/DateField/DateField.tsx', ''),
      file('.dependency-cruiser.mjs', ''),
    ],
  },
  {
    name: 'no drawer is called utils, helpers, common, shared or types',
    because: 'A thing lives in the module whose word it is, or in the kernel.',
    check: (sources) =>
      sources
        .filter(({ path }) => isCode(path) && drawer.test(path))
        .map(({ path }) => ({ path, message: 'its name says nothing about what is in it' })),
    broken: [file('web/src/lib/utils.ts', ''), file('api/src/kernel/helpers/dates.ts', '')],
    kept: [file('web/src/lib/dates.ts', '')],
  },
  {
    name: 'no barrels',
    because: 'A file of re-exports hides who uses what, and pulls everything into the first page.',
    check: (sources) =>
      sources
        .filter(({ path }) => /\.(ts|tsx)$/.test(path))
        .flatMap((source) => {
          const index = /(^|\/)index\.tsx?$/.test(source.path)
          const reExports = /^export \*/m.test(source.text)
          return index || reExports ? [{ path: source.path, message: 're-exports what others hold' }] : []
        }),
    broken: [
      file('web/src/ui/index.ts', "export { Button } from './Button/Button.tsx'"),
      file('api/src/modules/registry/public.ts', "export * from './queries.ts'"),
    ],
    kept: [file('api/src/kernel/viewer.ts', 'export type { RoleName }')],
  },
  {
    name: 'a command is one file, named as the mutation, in the words of the domain',
    because: 'Command = file = mutation = entry in the audit: one name to look for.',
    check: (sources) => sources.filter(commandFile).flatMap(commandFindings),
    broken: [
      file(
        'api/src/modules/registry/commands/confirm-facility.ts',
        "export const confirm = command({\n  name: 'confirmFacility',\n})",
      ),
      file(
        'api/src/modules/registry/commands/update-status.ts',
        "export const updateStatus = command({ name: 'updateStatus' })",
      ),
      file(
        'api/src/modules/registry/commands/move.ts',
        "export const move = command({ name: 'move' })\nexport const move = command({ name: 'move' })",
      ),
    ],
    kept: [
      file(
        'api/src/modules/registry/commands/confirm-facility.ts',
        "export const confirmFacility = command({\n  name: 'confirmFacility',\n})",
      ),
    ],
  },
  {
    name: 'an event belongs to its module, is in the past tense and has a version',
    because: 'Its name is a contract that outlives the code.',
    check: (sources) =>
      sources
        .filter(({ path }) => path.startsWith('api/src/modules/') && !isTest(path))
        .flatMap((source) => {
          const module = source.path.split('/')[3]
          return findInCode([source], /\bevent\(\s*'([^']*)'/g, ([, name = '']) => {
            const [, owner, phrase = ''] = /^([a-z]+)\.([A-Z][A-Za-z]*)\.v[1-9][0-9]*$/.exec(name) ?? []
            if (owner !== module) return `"${name}" is not ${module}.PastTense.vN`
            return pastTense.test(phrase) ? null : `"${name}" does not say what happened`
          })
        }),
    broken: [
      file('api/src/modules/registry/events.ts', "event('identity.RoleEnded.v1', z.object({}))"),
      file('api/src/modules/registry/events.ts', "event('registry.ConfirmFacility.v1', z.object({}))"),
      file('api/src/modules/registry/events.ts', "event('registry.FacilityConfirmed', z.object({}))"),
    ],
    kept: [
      file('api/src/modules/registry/events.ts', "event(\n  'registry.FacilityConfirmed.v1', z.object({}))"),
    ],
  },
  {
    name: 'codes are SCREAMING_SNAKE and written where they are raised',
    because: 'The portal looks up their Japanese text, and a test finds them by reading the code.',
    check: (sources) =>
      findInCode(
        sources.filter(({ path }) => path.startsWith('api/src/') && !isTest(path)),
        raisedCode,
        ([, code, computed]) => {
          if (code === undefined)
            return computed === 'verdict.reason' ? null : `the code is computed: ${computed}`
          return screamingSnake.test(code) ? null : `"${code}" is not SCREAMING_SNAKE`
        },
      ),
    broken: [
      file('api/src/modules/registry/policy.ts', "return deny('notMember')"),
      file('api/src/modules/registry/rules.ts', 'throw new RuleProblem(code, text)'),
      file('api/src/modules/registry/policy.ts', 'return deny(`${action}_REFUSED`)'),
    ],
    kept: [
      file('api/src/modules/registry/policy.ts', "return deny('NOT_A_MEMBER')"),
      file('api/src/modules/registry/rules.ts', "throw new RuleProblem(\n  'ROLE_OVERLAPS',\n  'x')"),
      file(
        'api/src/kernel/verdict.ts',
        'export const deny = (reason: string) => ({ allowed: false, reason })',
      ),
    ],
  },
]
