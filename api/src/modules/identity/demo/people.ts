import type { RoleName } from '../../../kernel/viewer.ts'

/** One password for all people of the sample network: it is printed on the log-in page. */
export const DEMO_PASSWORD = 'mihon no yuki'
/** The secret of the sample administrators' authenticator app: the log-in page shows its code. */
export const DEMO_TOTP_SECRET = 'mihon-mihon-mihon-mihon-mihon-32'

/** A person of the sample network whom a newcomer may sign in as. */
export interface DemoPerson {
  readonly email: string
  readonly name: string
  /** Roles with the stem of the body's name; the first is what the person is shown as. */
  readonly roles: readonly { readonly role: RoleName; readonly on: string }[]
}

const NETWORK = '連絡協議会'

/** The cast: one person per role, and one who acts for two bodies. */
export const demoPeople: readonly DemoPerson[] = [
  {
    email: 'hanako@example.com',
    name: '見本 花子',
    roles: [{ role: 'FACILITY_DIRECTOR', on: '見本あおば荘' }],
  },
  {
    email: 'taro@example.com',
    name: '見本 太郎',
    roles: [{ role: 'FACILITY_STAFF', on: '見本あおば荘' }],
  },
  {
    email: 'jiro@example.com',
    name: '見本 次郎',
    roles: [
      { role: 'FACILITY_DIRECTOR', on: '見本いずみ園' },
      { role: 'PLATFORM_CHAIR', on: NETWORK },
    ],
  },
  {
    email: 'kanri@example.com',
    name: '見本 かおり',
    roles: [{ role: 'CORPORATION_ADMIN', on: '見本あおば会' }],
  },
  {
    email: 'hokoku@example.com',
    name: '見本 みのる',
    roles: [{ role: 'CORPORATION_REPORTER', on: '見本あおば会' }],
  },
  {
    email: 'jimukyoku@example.com',
    name: '見本 さちこ',
    roles: [{ role: 'PLATFORM_SECRETARIAT', on: NETWORK }],
  },
  {
    email: 'kansa@example.com',
    name: '見本 まこと',
    roles: [{ role: 'PLATFORM_AUDITOR', on: NETWORK }],
  },
  {
    email: 'chizuru@example.com',
    name: '見本 千鶴',
    roles: [{ role: 'PLATFORM_OFFICER', on: NETWORK }],
  },
  {
    email: 'shiyakusho@example.com',
    name: '見本 ひろし',
    roles: [{ role: 'MUNICIPAL_LIAISON', on: '062014' }],
  },
  { email: 'unyo@example.com', name: '見本 ゆい', roles: [{ role: 'SYSTEM_OPERATOR', on: '' }] },
]
