import { expect, it } from 'vitest'
import { contactFaults } from './contact-rows.ts'

const today = new Date('2026-11-23')
const contact = {
  dayPhone: '000-000-0001',
  nightPhone: null,
  email: null,
  backupName: null,
  backupPhone: null,
  sinceOn: null,
}

it.each([
  ['a number by day', {}, []],
  ['mail only', { dayPhone: null, email: 'bousai@mihon.example' }, []],
  ['a number at night only', { dayPhone: null, nightPhone: '000-000-0002' }, []],
  ['no way to reach anybody', { dayPhone: null }, ['dayPhone NO_WAY_TO_REACH']],
  ['a stand-in without a number', { backupName: '見本 二郎' }, ['backupPhone REQUIRED']],
  ['a number without a stand-in', { backupPhone: '000-000-0003' }, ['backupName REQUIRED']],
  ['in charge since today', { sinceOn: today }, []],
  ['in charge from tomorrow', { sinceOn: new Date('2026-11-24') }, ['sinceOn DAY_IN_FUTURE']],
] as const)('%s', (_what, given, expected) => {
  const issues = contactFaults([contact, { ...contact, ...given }], today)
  expect(issues.map(({ path, code }) => `${path.slice(2).join('.')} ${code}`)).toEqual(expected)
  for (const { path } of issues) expect(path.slice(0, 2)).toEqual(['contacts', '1'])
})
