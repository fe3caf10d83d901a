import { describe, expect, it } from 'vitest'
import { guest, type RoleName, type Seat, type SeatKind, type Viewer } from '../../kernel/viewer.ts'
import * as policy from './policy.ts'

const facility = { id: 'facility-1', corporationId: 'corporation-1' }

function acting(
  kind: SeatKind,
  role: RoleName,
  body: Partial<Seat> = {},
  platformIds: string[] = [],
): Viewer {
  const seat: Seat = {
    key: `${kind}:x`,
    kind,
    id: 'x',
    name: '見本',
    corporationId: null,
    facilityId: null,
    platformId: null,
    municipalityCode: null,
    roles: [role],
    ...body,
  }
  return { ...guest, userId: 'user-1', secondFactor: true, seats: [seat], acting: seat, platformIds }
}

const ownFacility = { facilityId: 'facility-1', corporationId: 'corporation-1' }
const otherFacility = { facilityId: 'facility-2', corporationId: 'corporation-1' }

const viewers: Readonly<Record<string, Viewer>> = {
  guest,
  'signed in, no body chosen': { ...guest, userId: 'user-1' },
  'director of the facility': acting('FACILITY', 'FACILITY_DIRECTOR', ownFacility),
  'staff of the facility': acting('FACILITY', 'FACILITY_STAFF', ownFacility),
  'director of another facility': acting('FACILITY', 'FACILITY_DIRECTOR', otherFacility),
  'admin of the corporation': acting('CORPORATION', 'CORPORATION_ADMIN', { corporationId: 'corporation-1' }),
  'admin of another corporation': acting('CORPORATION', 'CORPORATION_ADMIN', {
    corporationId: 'corporation-2',
  }),
  'reporter of the corporation': acting('CORPORATION', 'CORPORATION_REPORTER', {
    corporationId: 'corporation-1',
  }),
  'secretariat of the platform': acting('PLATFORM', 'PLATFORM_SECRETARIAT', { platformId: 'p' }, ['p']),
  'auditor of the platform': acting('PLATFORM', 'PLATFORM_AUDITOR', { platformId: 'p' }, ['p']),
  'municipal liaison': acting('MUNICIPALITY', 'MUNICIPAL_LIAISON', { municipalityCode: '062014' }, ['p']),
  'system operator': acting('SYSTEM', 'SYSTEM_OPERATOR'),
}

function viewer(who: string): Viewer {
  const found = viewers[who]
  if (!found) throw new Error(`nobody is called ${who}`)
  return found
}

describe('who may confirm a facility’s facts', () => {
  it.each([
    ['guest', 'SIGN_IN_FIRST'],
    ['signed in, no body chosen', 'CHOOSE_ACTING'],
    ['director of the facility', '✓'],
    ['staff of the facility', '✓'],
    ['director of another facility', 'NOT_YOUR_FACILITY'],
    ['admin of the corporation', '✓'],
    ['admin of another corporation', 'NOT_YOUR_CORPORATION'],
    ['reporter of the corporation', 'ONLY_THE_FACILITY_CONFIRMS'],
    ['secretariat of the platform', 'ONLY_THE_FACILITY_CONFIRMS'],
    ['auditor of the platform', 'ONLY_THE_FACILITY_CONFIRMS'],
    ['municipal liaison', 'ONLY_THE_FACILITY_CONFIRMS'],
    ['system operator', 'ONLY_THE_FACILITY_CONFIRMS'],
  ])('%s: %s', (who, expected) => {
    const verdict = policy.confirm(viewer(who), facility)
    expect(verdict.allowed ? '✓' : verdict.reason).toBe(expected)
  })

  it('lets nobody of a corporation confirm a facility without one', () => {
    const verdict = policy.confirm(viewer('admin of the corporation'), {
      id: 'facility-3',
      corporationId: null,
    })
    expect(verdict).toEqual({ allowed: false, reason: 'NOT_YOUR_CORPORATION' })
  })

  it('says the same as a filter', () => {
    const nobodys = { entrustedBy: [], contactsEntrustedBy: [] }
    const one = { facilityId: 'facility-1', corporationId: null, ...nobodys }
    const all = { facilityId: null, corporationId: 'corporation-1', ...nobodys }
    expect(policy.confirmableFacilities(viewer('staff of the facility'))).toEqual(one)
    expect(policy.confirmableFacilities(viewer('admin of the corporation'))).toEqual(all)
    for (const who of [
      'guest',
      'signed in, no body chosen',
      'secretariat of the platform',
      'system operator',
    ])
      expect(policy.confirmableFacilities(viewer(who))).toBeNull()
  })
})

describe('who may change master data', () => {
  it.each(Object.keys(viewers))('%s', (who) => {
    expect(policy.editServiceKind(viewer(who)).allowed).toBe(who === 'system operator')
  })
})
