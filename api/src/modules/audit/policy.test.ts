import { describe, expect, it } from 'vitest'
import { allow, deny } from '../../kernel/verdict.ts'
import { guest, type RoleName, type Seat, type SeatKind } from '../../kernel/viewer.ts'
import * as policy from './policy.ts'

const acting = (kind: SeatKind, role: RoleName): Seat => ({
  key: `${kind}:x`,
  kind,
  id: 'x',
  name: '見本',
  corporationId: kind === 'CORPORATION' || kind === 'FACILITY' ? 'c' : null,
  facilityId: kind === 'FACILITY' ? 'f' : null,
  platformId: kind === 'PLATFORM' ? 'p' : null,
  municipalityCode: null,
  roles: [role],
})

const nothing = { id: { in: [] } }

describe('who reads which part of the audit', () => {
  it.each([
    ['SYSTEM', 'SYSTEM_OPERATOR', {}],
    ['CORPORATION', 'CORPORATION_ADMIN', { audience: { has: 'corporation:c' } }],
    ['CORPORATION', 'CORPORATION_REPORTER', nothing],
    ['PLATFORM', 'PLATFORM_SECRETARIAT', { audience: { has: 'platform:p' } }],
    ['PLATFORM', 'PLATFORM_CHAIR', { audience: { has: 'platform:p' } }],
    ['PLATFORM', 'PLATFORM_AUDITOR', { audience: { has: 'platform:p' } }],
    ['FACILITY', 'FACILITY_DIRECTOR', nothing],
    ['FACILITY', 'FACILITY_STAFF', nothing],
    ['MUNICIPALITY', 'MUNICIPAL_LIAISON', nothing],
  ] as const)('acting for a %s as %s', (kind, role, where) => {
    const viewer = { ...guest, userId: 'u', acting: acting(kind, role) }
    expect(policy.visibleTo(viewer)).toEqual(where)
    expect(policy.read(viewer)).toEqual(where === nothing ? deny('AUDIT_NOT_YOURS') : allow)
  })

  it('nobody without having chosen whom to act for', () => {
    expect(policy.visibleTo({ ...guest, userId: 'u' })).toEqual(nothing)
    expect(policy.visibleTo(guest)).toEqual(nothing)
    expect(policy.read(guest)).toEqual(deny('AUDIT_NOT_YOURS'))
  })
})
