import { describe, expect, it } from 'vitest'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { guest, type Viewer } from '../../../kernel/viewer.ts'
import * as policy from '../policy.ts'

const facility = { id: 'facility-1', corporationId: 'corporation-1' }
const corporation = { id: 'corporation-1' }
const own = { facilityId: 'facility-1', corporationId: 'corporation-1' }

const network = { platformId: 'p', platformIds: ['p'] }
const who: readonly (readonly [string, Viewer, boolean])[] = [
  ['guest', guest, false],
  ['signed in, no body chosen', { ...guest, userId: 'u' }, false],
  ['director of the facility', viewerActingAs('u', 'FACILITY_DIRECTOR', own), false],
  ['staff of the facility', viewerActingAs('u', 'FACILITY_STAFF', own), false],
  [
    'director of another facility',
    viewerActingAs('u', 'FACILITY_DIRECTOR', { ...own, facilityId: 'facility-2' }),
    false,
  ],
  [
    'admin of the corporation',
    viewerActingAs('u', 'CORPORATION_ADMIN', { corporationId: 'corporation-1' }),
    false,
  ],
  [
    'admin of another corporation',
    viewerActingAs('u', 'CORPORATION_ADMIN', { corporationId: 'corporation-2' }),
    false,
  ],
  [
    'reporter of the corporation',
    viewerActingAs('u', 'CORPORATION_REPORTER', { corporationId: 'corporation-1' }),
    false,
  ],
  ['secretariat of its network', viewerActingAs('u', 'PLATFORM_SECRETARIAT', network), true],
  ['secretariat of another network', viewerActingAs('u', 'PLATFORM_SECRETARIAT', network), false],
  ['chair of its network', viewerActingAs('u', 'PLATFORM_CHAIR', network), true],
  ['auditor of its network', viewerActingAs('u', 'PLATFORM_AUDITOR', network), true],
  ['municipal liaison', viewerActingAs('u', 'MUNICIPAL_LIAISON', { municipalityCode: '062014' }), true],
  ['system operator', viewerActingAs('u', 'SYSTEM_OPERATOR'), false],
]

// edit, contacts, close, register
const expected: Readonly<Record<string, readonly [string, string, string, string]>> = {
  guest: ['SIGN_IN_FIRST', 'SIGN_IN_FIRST', 'SIGN_IN_FIRST', 'SIGN_IN_FIRST'],
  'signed in, no body chosen': ['CHOOSE_ACTING', 'CHOOSE_ACTING', 'CHOOSE_ACTING', 'CHOOSE_ACTING'],
  'director of the facility': ['✓', '✓', 'ONLY_THE_CORPORATION_CLOSES', 'ONLY_THE_CORPORATION_REGISTERS'],
  'staff of the facility': ['✓', '✓', 'ONLY_THE_CORPORATION_CLOSES', 'ONLY_THE_CORPORATION_REGISTERS'],
  'director of another facility': [
    'NOT_YOUR_FACILITY',
    'NOT_YOUR_FACILITY',
    'NOT_YOUR_FACILITY',
    'ONLY_THE_CORPORATION_REGISTERS',
  ],
  'admin of the corporation': ['✓', '✓', '✓', '✓'],
  'admin of another corporation': [
    'NOT_YOUR_CORPORATION',
    'NOT_YOUR_CORPORATION',
    'NOT_YOUR_CORPORATION',
    'NOT_YOUR_CORPORATION',
  ],
  'reporter of the corporation': [
    'ONLY_ITS_PEOPLE_EDIT',
    'ONLY_ITS_PEOPLE_EDIT',
    'ONLY_ITS_PEOPLE_EDIT',
    'ONLY_THE_CORPORATION_REGISTERS',
  ],
  'secretariat of its network': ['✓', '✓', '✓', '✓'],
  'secretariat of another network': ['NOT_A_MEMBER', 'NOT_A_MEMBER', 'NOT_A_MEMBER', 'NOT_A_MEMBER'],
  'chair of its network': [
    'ONLY_ITS_PEOPLE_EDIT',
    'ONLY_ITS_PEOPLE_EDIT',
    'ONLY_ITS_PEOPLE_EDIT',
    'ONLY_THE_CORPORATION_REGISTERS',
  ],
  'auditor of its network': [
    'ONLY_ITS_PEOPLE_EDIT',
    'ONLY_ITS_PEOPLE_EDIT',
    'ONLY_ITS_PEOPLE_EDIT',
    'ONLY_THE_CORPORATION_REGISTERS',
  ],
  'municipal liaison': [
    'ONLY_ITS_PEOPLE_EDIT',
    'ONLY_ITS_PEOPLE_EDIT',
    'ONLY_ITS_PEOPLE_EDIT',
    'ONLY_THE_CORPORATION_REGISTERS',
  ],
  'system operator': ['✓', 'CONTACTS_NOT_FOR_THE_OPERATOR', '✓', '✓'],
}

describe('who may edit, write contacts of, close and register a facility', () => {
  it.each(who)('%s', (name, viewer, inOwnNetwork) => {
    const said = [
      policy.editFacility(viewer, facility, inOwnNetwork),
      policy.editFacilityContacts(viewer, facility, inOwnNetwork),
      policy.closeFacility(viewer, facility, inOwnNetwork),
      policy.registerFacility(viewer, corporation, inOwnNetwork),
    ].map((verdict) => (verdict.allowed ? '✓' : verdict.reason))
    expect(said).toEqual(expected[name])
  })

  it.each(who)('confirms an area of a municipality: %s', (name, viewer) => {
    expect(policy.confirmCommunityArea(viewer).allowed).toBe(name === 'system operator')
  })

  it('looks for memberships of the secretariat’s own network only', () => {
    const inOf = (viewer: Viewer) => policy.lookedAfterBy(viewer).platformId
    expect(inOf(viewerActingAs('u', 'PLATFORM_SECRETARIAT', network))).toEqual({ in: ['p'] })
    expect(inOf(viewerActingAs('u', 'PLATFORM_CHAIR', network))).toEqual({ in: [] })
    expect(inOf(guest)).toEqual({ in: [] })
  })
})
