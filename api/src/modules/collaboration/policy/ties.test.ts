import { describe, expect, it } from 'vitest'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import type { Verdict } from '../../../kernel/verdict.ts'
import { guest, systemViewer } from '../../../kernel/viewer.ts'
import * as policy from './ties.ts'

const inNetwork = { platformId: 'p', platformIds: ['p'] }
const people = {
  guest,
  secretariat: viewerActingAs('u', 'PLATFORM_SECRETARIAT', inNetwork),
  chair: viewerActingAs('u', 'PLATFORM_CHAIR', inNetwork),
  auditor: viewerActingAs('u', 'PLATFORM_AUDITOR', inNetwork),
  'another secretariat': viewerActingAs('u', 'PLATFORM_SECRETARIAT', { platformId: 'q', platformIds: ['q'] }),
  administrator: viewerActingAs('u', 'CORPORATION_ADMIN', { corporationId: 'c', platformIds: ['p'] }),
  reporter: viewerActingAs('u', 'CORPORATION_REPORTER', { corporationId: 'c', platformIds: ['p'] }),
  director: viewerActingAs('u', 'FACILITY_DIRECTOR', {
    facilityId: 'f',
    corporationId: 'c',
    platformIds: ['p'],
  }),
  staff: viewerActingAs('u', 'FACILITY_STAFF', { facilityId: 'f', corporationId: 'c', platformIds: ['p'] }),
  liaison: viewerActingAs('u', 'MUNICIPAL_LIAISON', { municipalityCode: '062014', platformIds: ['p'] }),
  operator: viewerActingAs('u', 'SYSTEM_OPERATOR'),
  'the portal': systemViewer,
}
type Person = keyof typeof people

const said = (verdict: Verdict) => (verdict.allowed ? '✓' : verdict.reason)
const standing = { status: 'STANDING', platformId: 'p', proposedById: 'c', validTo: null } as const
const recorded = { ...standing, proposedById: null }
const proposed = { ...standing, status: 'PROPOSED' } as const
const ADMIN = 'ONLY_CORPORATION_ADMINS_TIE'

describe('what may be done with a tie', () => {
  it.each<[Person, propose: string, agree: string, record: string, change: string]>([
    ['guest', 'CHOOSE_ACTING', 'CHOOSE_ACTING', 'ONLY_THE_SECRETARIAT_RECORDS_TIES', 'CHOOSE_ACTING'],
    ['secretariat', ADMIN, ADMIN, '✓', '✓'],
    ['chair', ADMIN, ADMIN, 'ONLY_THE_SECRETARIAT_RECORDS_TIES', ADMIN],
    ['auditor', ADMIN, ADMIN, 'ONLY_THE_SECRETARIAT_RECORDS_TIES', ADMIN],
    ['another secretariat', ADMIN, ADMIN, 'NOT_YOUR_NETWORK', ADMIN],
    ['administrator', '✓', '✓', 'ONLY_THE_SECRETARIAT_RECORDS_TIES', '✓'],
    ['reporter', ADMIN, ADMIN, 'ONLY_THE_SECRETARIAT_RECORDS_TIES', ADMIN],
    ['director', ADMIN, ADMIN, 'ONLY_THE_SECRETARIAT_RECORDS_TIES', ADMIN],
    ['staff', ADMIN, ADMIN, 'ONLY_THE_SECRETARIAT_RECORDS_TIES', ADMIN],
    ['liaison', ADMIN, ADMIN, 'ONLY_THE_SECRETARIAT_RECORDS_TIES', ADMIN],
    ['operator', ADMIN, ADMIN, 'ONLY_THE_SECRETARIAT_RECORDS_TIES', ADMIN],
    ['the portal', 'CHOOSE_ACTING', 'CHOOSE_ACTING', 'ONLY_THE_SECRETARIAT_RECORDS_TIES', 'CHOOSE_ACTING'],
  ])('%s', (person, propose, agree, record, change) => {
    const viewer = people[person]
    expect(said(policy.speakForCorporation(viewer))).toBe(propose)
    expect(said(policy.agree(viewer, proposed, true))).toBe(agree)
    expect(said(policy.decline(viewer, proposed, true))).toBe(agree)
    expect(said(policy.object(viewer, recorded, true))).toBe(agree)
    expect(said(policy.record(viewer, { platformId: 'p' }))).toBe(record)
    expect(said(policy.change(viewer, recorded, true))).toBe(change)
  })

  const { administrator: viewer, secretariat } = people
  it.each<[string, Verdict, string]>([
    ['agree to what nobody asked', policy.agree(viewer, proposed, false), 'NOTHING_TO_ANSWER'],
    [
      'agree to what was declined',
      policy.agree(viewer, { ...proposed, status: 'DECLINED' }, true),
      'NOTHING_TO_ANSWER',
    ],
    ['decline what stands', policy.decline(viewer, standing, true), 'NOTHING_TO_ANSWER'],
    ['object to what the parties agreed', policy.object(viewer, standing, true), 'NOTHING_RECORDED'],
    ['object to what is others’', policy.object(viewer, recorded, false), 'NOT_A_PARTY'],
    ['take back the own proposal', policy.withdraw(viewer, proposed), '✓'],
    ['take back what stands', policy.withdraw(viewer, standing), 'PROPOSAL_ANSWERED'],
    ['take back another’s', policy.withdraw(viewer, { ...proposed, proposedById: 'd' }), 'NOT_YOUR_PROPOSAL'],
    ['change what is others’', policy.change(viewer, standing, false), 'NOT_A_PARTY'],
    ['change what is proposed', policy.change(viewer, proposed, true), 'TIE_DOES_NOT_STAND'],
    [
      'change what is over',
      policy.change(viewer, { ...standing, validTo: new Date('2026-11-22') }, true),
      'TIE_DOES_NOT_STAND',
    ],
    [
      'change it on its last day',
      policy.change(viewer, { ...standing, validTo: new Date('2026-11-23') }, true),
      '✓',
    ],
    ['as secretariat, change what the parties agreed', policy.change(secretariat, standing, false), ADMIN],
    ['offer for the own corporation', policy.offer(viewer, { platformId: 'p', providerId: 'c' }), '✓'],
    ['offer for another', policy.offer(viewer, { platformId: 'p', providerId: 'd' }), 'ONLY_THE_HUB_OFFERS'],
    [
      'as secretariat, write a hub’s offer',
      policy.offer(secretariat, { platformId: 'p', providerId: 'd' }),
      '✓',
    ],
  ])('to %s', (_what, verdict, answer) => {
    expect(said(verdict)).toBe(answer)
  })
})

describe('what is seen of ties', () => {
  it.each<[Person, Partial<policy.TieSight>]>([
    ['guest', {}],
    ['secretariat', { platformIds: ['p'], officeId: 'p' }],
    ['chair', { platformIds: ['p'], officeId: 'p' }],
    ['auditor', { platformIds: ['p'], officeId: 'p' }],
    ['administrator', { platformIds: ['p'], partyId: 'c' }],
    ['reporter', { platformIds: ['p'], partyId: 'c' }],
    ['director', { platformIds: ['p'], facilityOf: 'c' }],
    ['staff', { platformIds: ['p'], facilityOf: 'c' }],
    ['liaison', { platformIds: ['p'] }],
    ['operator', { all: true }],
    ['the portal', {}],
  ])('%s', (person, sight) => {
    expect(policy.sightOf(people[person])).toEqual({
      all: false,
      partyId: null,
      facilityOf: null,
      platformIds: [],
      officeId: null,
      ...sight,
    })
  })
})
