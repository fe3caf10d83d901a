import { describe, expect, it } from 'vitest'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { guest, systemViewer, type Viewer } from '../../../kernel/viewer.ts'
import * as policy from './corporation.ts'

const corporation = { id: 'c', platformIds: ['p'] }

const viewers = {
  guest,
  'signed in, no body chosen': { ...guest, userId: 'u' },
  'its administrator': viewerActingAs('u', 'CORPORATION_ADMIN', { corporationId: 'c', platformIds: ['p'] }),
  'its reporter': viewerActingAs('u', 'CORPORATION_REPORTER', { corporationId: 'c', platformIds: ['p'] }),
  'director of its facility': viewerActingAs('u', 'FACILITY_DIRECTOR', {
    corporationId: 'c',
    facilityId: 'f',
  }),
  'administrator of another': viewerActingAs('u', 'CORPORATION_ADMIN', {
    corporationId: 'd',
    platformIds: ['p'],
  }),
  'its network’s secretariat': viewerActingAs('u', 'PLATFORM_SECRETARIAT', {
    platformId: 'p',
    platformIds: ['p'],
  }),
  'another secretariat': viewerActingAs('u', 'PLATFORM_SECRETARIAT', { platformId: 'q', platformIds: ['q'] }),
  'chair of its network': viewerActingAs('u', 'PLATFORM_CHAIR', { platformId: 'p', platformIds: ['p'] }),
  auditor: viewerActingAs('u', 'PLATFORM_AUDITOR', { platformId: 'p', platformIds: ['p'] }),
  liaison: viewerActingAs('u', 'MUNICIPAL_LIAISON', { municipalityCode: '062014', platformIds: ['p'] }),
  operator: viewerActingAs('u', 'SYSTEM_OPERATOR'),
  'the portal itself': systemViewer,
} satisfies Record<string, Viewer>

const said = (verdict: { allowed: boolean; reason?: string }) => (verdict.allowed ? '✓' : verdict.reason)

describe('who may do what with a corporation', () => {
  it.each<[keyof typeof viewers, string, string, string, string]>([
    //                                confirm · edit · write its 経理規程 · record its end
    ['guest', 'SIGN_IN_FIRST', 'SIGN_IN_FIRST', 'SIGN_IN_FIRST', 'SIGN_IN_FIRST'],
    ['signed in, no body chosen', 'CHOOSE_ACTING', 'CHOOSE_ACTING', 'CHOOSE_ACTING', 'CHOOSE_ACTING'],
    ['its administrator', '✓', '✓', '✓', 'ONLY_THE_SECRETARIAT_RECORDS'],
    [
      'its reporter',
      'ONLY_THE_CORPORATION_CONFIRMS',
      'ONLY_ITS_ADMINISTRATOR_EDITS',
      'ONLY_ITS_ADMINISTRATOR_EDITS',
      'ONLY_THE_SECRETARIAT_RECORDS',
    ],
    [
      'director of its facility',
      'ONLY_THE_CORPORATION_CONFIRMS',
      'ONLY_ITS_ADMINISTRATOR_EDITS',
      'ONLY_ITS_ADMINISTRATOR_EDITS',
      'ONLY_THE_SECRETARIAT_RECORDS',
    ],
    [
      'administrator of another',
      'NOT_YOUR_CORPORATION',
      'NOT_YOUR_CORPORATION',
      'NOT_YOUR_CORPORATION',
      'ONLY_THE_SECRETARIAT_RECORDS',
    ],
    ['its network’s secretariat', 'ONLY_THE_CORPORATION_CONFIRMS', '✓', 'ONLY_ITS_ADMINISTRATOR_EDITS', '✓'],
    [
      'another secretariat',
      'ONLY_THE_CORPORATION_CONFIRMS',
      'NOT_A_MEMBER',
      'ONLY_ITS_ADMINISTRATOR_EDITS',
      'NOT_A_MEMBER',
    ],
    [
      'chair of its network',
      'ONLY_THE_CORPORATION_CONFIRMS',
      'ONLY_ITS_ADMINISTRATOR_EDITS',
      'ONLY_ITS_ADMINISTRATOR_EDITS',
      'ONLY_THE_SECRETARIAT_RECORDS',
    ],
    [
      'auditor',
      'ONLY_THE_CORPORATION_CONFIRMS',
      'ONLY_ITS_ADMINISTRATOR_EDITS',
      'ONLY_ITS_ADMINISTRATOR_EDITS',
      'ONLY_THE_SECRETARIAT_RECORDS',
    ],
    [
      'liaison',
      'ONLY_THE_CORPORATION_CONFIRMS',
      'ONLY_ITS_ADMINISTRATOR_EDITS',
      'ONLY_ITS_ADMINISTRATOR_EDITS',
      'ONLY_THE_SECRETARIAT_RECORDS',
    ],
    ['operator', 'ONLY_THE_CORPORATION_CONFIRMS', '✓', 'ONLY_ITS_ADMINISTRATOR_EDITS', '✓'],
    ['the portal itself', 'SIGN_IN_FIRST', 'SIGN_IN_FIRST', 'SIGN_IN_FIRST', 'SIGN_IN_FIRST'],
  ])('%s', (who, confirm, edit, limits, end) => {
    const viewer = viewers[who]
    expect([
      said(policy.confirmCorporation(viewer, corporation, null)),
      said(policy.editCorporation(viewer, corporation)),
      said(policy.editProcurementLimits(viewer, corporation)),
      said(policy.recordSuccession(viewer, corporation)),
    ]).toEqual([confirm, edit, limits, end])
  })

  it.each<[keyof typeof viewers, string, string, string]>([
    //                                register · correct the state’s lists · what the calendar does
    ['guest', 'SIGN_IN_FIRST', 'ONLY_THE_OPERATOR', 'SYSTEM_ONLY'],
    ['its administrator', 'ONLY_THE_SECRETARIAT_RECORDS', 'ONLY_THE_OPERATOR', 'SYSTEM_ONLY'],
    ['another secretariat', '✓', 'ONLY_THE_OPERATOR', 'SYSTEM_ONLY'],
    ['chair of its network', 'ONLY_THE_SECRETARIAT_RECORDS', 'ONLY_THE_OPERATOR', 'SYSTEM_ONLY'],
    ['operator', '✓', '✓', 'SYSTEM_ONLY'],
    ['the portal itself', 'SIGN_IN_FIRST', 'ONLY_THE_OPERATOR', '✓'],
  ])('%s', (who, register, lists, calendar) => {
    const viewer = viewers[who]
    expect([
      said(policy.registerCorporation(viewer)),
      said(policy.editMasterFact(viewer)),
      said(policy.onlyThePortal(viewer)),
    ]).toEqual([register, lists, calendar])
  })

  it('says the same as a filter', () => {
    expect(policy.confirmableCorporations(viewers['its administrator'])).toEqual({
      own: 'c',
      entrustedBy: [],
      contactsEntrustedBy: [],
    })
    expect(policy.confirmableCorporations(viewers['its reporter'])).toBeNull()
    expect(policy.confirmableCorporations(viewers.operator)).toBeNull()
    expect(policy.confirmableCorporations(guest)).toBeNull()
  })

  it('names the confirmer only where one may pass', () => {
    expect(policy.corporationConfirmerOf(viewers['its administrator'], corporation)).toEqual({
      userId: 'u',
      role: 'CORPORATION_ADMIN',
      mandateId: null,
    })
    expect(() => policy.corporationConfirmerOf(viewers.operator, corporation)).toThrow('no administrator')
  })
})
