import { expect, it } from 'vitest'
import type { RoleName } from '../../../kernel/viewer.ts'
import { FIELDS } from './entries.ts'
import { destroyOn, OTHER_PERSONAL, PERSONAL, readableBy, RETENTION_DAYS } from './personal-fields.ts'

const roles: readonly RoleName[] = [
  'FACILITY_DIRECTOR',
  'FACILITY_STAFF',
  'CORPORATION_ADMIN',
  'CORPORATION_REPORTER',
  'PLATFORM_SECRETARIAT',
  'PLATFORM_CHAIR',
  'PLATFORM_AUDITOR',
  'PLATFORM_OFFICER',
  'MUNICIPAL_LIAISON',
  'SYSTEM_OPERATOR',
]

it('every personal field says for what, who reads it and how long: the document is made from it', async () => {
  const names = [...FIELDS, ...OTHER_PERSONAL]
  const cell = (role: RoleName, name: (typeof names)[number]) => (readableBy([role]).has(name) ? '✓' : '')
  const lines = names.map((name) => {
    const { purpose, counted, retention } = PERSONAL[name]
    return `| ${name} | ${purpose} | ${counted ? 'numbers' : ''} | ${RETENTION_DAYS[retention]} | ${roles.map((role) => cell(role, name)).join(' | ')} |`
  })
  const text = [
    '# What is kept of people taken in',
    '',
    'Made from `modules/intake/rules/personal-fields.ts`, from which reading is enforced. A ✓ holds for the facility that took the',
    'person in, acting for it; every reading is logged. Days count from the closing, after the book was handed out.',
    '',
    `| field | purpose | seen by others as | days | ${roles.join(' | ')} |`,
    `|---|---|---|---|${roles.map(() => '---').join('|')}|`,
    ...lines,
    '',
  ].join('\n')
  await expect(text).toMatchFileSnapshot('../../../../../docs/intake-personal-data.md')
})

it('nobody but the staff of the shelter reads anything', () => {
  const readers = roles.filter((role) => readableBy([role]).size > 0)
  expect(readers).toEqual(['FACILITY_DIRECTOR', 'FACILITY_STAFF'])
})

it('a book ends thirty days after the closing, and a week after it was handed out at the earliest', () => {
  const day = (text: string) => new Date(`${text}T00:00:00Z`)
  expect(destroyOn(day('2026-12-01'), day('2026-12-02'))).toEqual(day('2026-12-31'))
  expect(destroyOn(day('2026-12-01'), day('2027-02-01'))).toEqual(day('2027-02-08'))
})
