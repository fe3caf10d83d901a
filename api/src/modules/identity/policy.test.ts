import { describe, expect, it } from 'vitest'
import { viewerActingAs } from '../../../../tests/support/viewers.ts'
import { guest, type RoleName, type Viewer } from '../../kernel/viewer.ts'
import { createToken, grant, grantableRoles, keepOwn, lookAfterPeople } from './policy.ts'
import { kindOfBody, systemBody, type Body } from './rules/bodies.ts'

// Two networks, each with a member of one facility; the other side is "theirs".
const nowhere = {
  corporationId: null,
  facilityId: null,
  platformId: null,
  municipalityCode: null,
  platformIds: [],
}
const body = (over: Partial<Body>): Body => ({ ...nowhere, kind: 'CORPORATION', id: '', name: '', ...over })
const side = (name: string) => ({
  PLATFORM: body({ kind: 'PLATFORM', platformId: `network ${name}` }),
  CORPORATION: body({ corporationId: name, platformIds: [`network ${name}`] }),
  FACILITY: body({
    kind: 'FACILITY',
    facilityId: `facility ${name}`,
    corporationId: name,
    platformIds: [`network ${name}`],
  }),
  MUNICIPALITY: body({ kind: 'MUNICIPALITY', municipalityCode: name }),
  SYSTEM: systemBody,
})
const ours = side('ours')
const theirs = side('theirs')

const viewers: Record<string, Viewer> = {
  operator: viewerActingAs('u', 'SYSTEM_OPERATOR'),
  secretariat: viewerActingAs('u', 'PLATFORM_SECRETARIAT', { platformId: 'network ours' }),
  chair: viewerActingAs('u', 'PLATFORM_CHAIR', { platformId: 'network ours' }),
  auditor: viewerActingAs('u', 'PLATFORM_AUDITOR', { platformId: 'network ours' }),
  officer: viewerActingAs('u', 'PLATFORM_OFFICER', { platformId: 'network ours' }),
  administrator: viewerActingAs('u', 'CORPORATION_ADMIN', { corporationId: 'ours' }),
  reporter: viewerActingAs('u', 'CORPORATION_REPORTER', { corporationId: 'ours' }),
  director: viewerActingAs('u', 'FACILITY_DIRECTOR', { facilityId: 'facility ours', corporationId: 'ours' }),
  staff: viewerActingAs('u', 'FACILITY_STAFF', { facilityId: 'facility ours', corporationId: 'ours' }),
  liaison: viewerActingAs('u', 'MUNICIPAL_LIAISON', { municipalityCode: 'ours' }),
  guest,
}

const columns: readonly RoleName[] = [
  'PLATFORM_SECRETARIAT',
  'PLATFORM_CHAIR',
  'PLATFORM_AUDITOR',
  'PLATFORM_OFFICER',
  'CORPORATION_ADMIN',
  'CORPORATION_REPORTER',
  'FACILITY_DIRECTOR',
  'FACILITY_STAFF',
  'MUNICIPAL_LIAISON',
  'SYSTEM_OPERATOR',
]
const reasons: Record<string, string> = {
  '✓': 'allowed',
  '-': 'ROLE_NOT_YOURS_TO_GRANT',
  b: 'NOT_YOUR_BODY',
  m: 'NOT_A_MEMBER',
  a: 'ADMINISTRATORS_ONLY',
  c: 'CHOOSE_ACTING',
}

/** Rows: who; columns: the ten roles in the order above. */
const onOurs = {
  operator: '✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓',
  secretariat: '✓ ✓ ✓ ✓ ✓ - - - - -',
  chair: 'a a a a a a a a a a',
  auditor: 'a a a a a a a a a a',
  officer: 'a a a a a a a a a a',
  administrator: '- - - - ✓ ✓ ✓ ✓ - -',
  reporter: 'a a a a a a a a a a',
  director: '- - - - - - - ✓ - -',
  staff: 'a a a a a a a a a a',
  liaison: 'a a a a a a a a a a',
  guest: 'c c c c c c c c c c',
}
const onTheirs = {
  operator: '✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓',
  secretariat: 'b b b b m - - - - -',
  administrator: '- - - - b b b b - -',
  director: '- - - - - - - b - -',
}

describe.each([
  ['ours', ours, onOurs],
  ['theirs', theirs, onTheirs],
])('giving and taking a role on a body that is %s', (_, bodies, table) => {
  it.each(Object.entries(table))('%s: %s', (who, row) => {
    const verdicts = columns.map((role) => {
      const verdict = grant(viewers[who] ?? guest, { role, body: bodies[kindOfBody[role]] })
      return verdict.allowed ? 'allowed' : verdict.reason
    })
    expect(verdicts).toEqual(row.split(' ').map((cell) => reasons[cell]))
  })
})

it('a secretariat opens an administrator only at a member, never at a facility of one', () => {
  const verdict = grant(viewers.secretariat ?? guest, { role: 'CORPORATION_ADMIN', body: ours.FACILITY })
  expect(verdict).toEqual({ allowed: false, reason: 'NOT_A_MEMBER' })
})

it.each([
  ['operator', columns],
  ['secretariat', columns.slice(0, 5)],
  ['administrator', columns.slice(4, 8)],
  ['director', ['FACILITY_STAFF']],
  ['staff', []],
  ['guest', []],
])('the form of %s offers just the roles that can be given', (who, roles) => {
  expect(grantableRoles(viewers[who] ?? guest)).toEqual(roles)
})

it('four roles look after people', () => {
  const allowed = Object.keys(viewers).filter((who) => lookAfterPeople(viewers[who] ?? guest).allowed)
  expect(allowed).toEqual(['operator', 'secretariat', 'administrator', 'director'])
})

it('one’s own things are one’s own', () => {
  expect(keepOwn(guest, { userId: 'u' }).allowed).toBe(false)
  expect(keepOwn(viewers.staff ?? guest, { userId: 'u' }).allowed).toBe(true)
  expect(keepOwn(viewers.operator ?? guest, { userId: 'somebody' }).allowed).toBe(false)
})

it('a token cannot make a token', () => {
  expect(createToken(viewers.operator ?? guest).allowed).toBe(true)
  expect(createToken({ ...(viewers.operator ?? guest), tokenId: 't' }).allowed).toBe(false)
})
