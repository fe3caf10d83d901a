import { describe, expect, it } from 'vitest'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import type { Verdict } from '../../../kernel/verdict.ts'
import { guest, type HeldMandate, type MandatePermission, type Viewer } from '../../../kernel/viewer.ts'
import * as policy from '../policy.ts'
import * as corporations from './corporation.ts'
import { requestsVisibleTo } from './confirmation-requests.ts'
import * as mandates from './mandates.ts'

const said = (verdict: Verdict): string => (verdict.allowed ? '✓' : verdict.reason)

const giver = { id: 'giver', platformIds: ['p'] }
const facility = { id: 'f', corporationId: 'giver' }

const held = (...permissions: MandatePermission[]): HeldMandate[] =>
  permissions.map((permission) => ({
    id: `m-${permission}`,
    permission,
    corporationId: 'giver',
    corporationName: '見本会',
  }))
const hub = viewerActingAs('u', 'CORPORATION_ADMIN', { corporationId: 'hub' })
const secretariat = viewerActingAs('u', 'PLATFORM_SECRETARIAT', { platformId: 'p', platformIds: ['p'] })
const entrusted = (viewer: Viewer, ...permissions: MandatePermission[]): Viewer => ({
  ...viewer,
  mandates: held(...permissions),
})

const ENTRUSTED = {
  'hub without mandate': hub,
  'hub to confirm': entrusted(hub, 'CONFIRM_FACTS'),
  'hub to edit': entrusted(hub, 'EDIT_FACTS'),
  'hub to see contacts': entrusted(hub, 'SEE_ALL_CONTACTS'),
  'hub to confirm and see': entrusted(hub, 'CONFIRM_FACTS', 'SEE_ALL_CONTACTS'),
  'hub to do it all': entrusted(hub, 'CONFIRM_FACTS', 'EDIT_FACTS', 'SEE_ALL_CONTACTS'),
  'its secretariat': secretariat,
  'its secretariat to confirm': entrusted(secretariat, 'CONFIRM_FACTS'),
} as const

describe('what a mandate allows at a facility of the corporation', () => {
  const C = 'CONTACTS_NOT_ENTRUSTED'
  const N = 'NOT_YOUR_CORPORATION'
  const O = 'ONLY_THE_FACILITY_CONFIRMS'
  it.each<[keyof typeof ENTRUSTED, ...string[]]>([
    //                            confirm · its contacts · all at once · edit · its contacts · close
    ['hub without mandate', N, N, N, N, N, N],
    ['hub to confirm', '✓', C, C, N, N, N],
    ['hub to edit', N, N, N, '✓', C, N],
    ['hub to see contacts', N, N, N, N, N, N],
    ['hub to confirm and see', '✓', '✓', '✓', N, N, N],
    ['hub to do it all', '✓', '✓', '✓', '✓', '✓', N],
    ['its secretariat', O, O, O, '✓', '✓', '✓'],
    ['its secretariat to confirm', '✓', '✓', '✓', '✓', '✓', '✓'],
  ])('%s', (who, ...expected) => {
    const viewer = ENTRUSTED[who]
    const inOwnNetwork = viewer.acting?.platformId === 'p'
    expect([
      said(policy.confirmBlock(viewer, facility, 'BASIC')),
      said(policy.confirmBlock(viewer, facility, 'CONTACTS')),
      said(policy.confirmBlock(viewer, facility, null)),
      said(policy.editFacility(viewer, facility, inOwnNetwork)),
      said(policy.editFacilityContacts(viewer, facility, inOwnNetwork)),
      said(policy.closeFacility(viewer, facility, inOwnNetwork)),
    ]).toEqual(expected)
  })

  it('allows nothing at a facility of somebody else, nor at one without corporation', () => {
    const viewer = ENTRUSTED['hub to do it all']
    for (const corporationId of ['other', null]) {
      const elsewhere = { id: 'g', corporationId }
      expect(said(policy.confirm(viewer, elsewhere))).toBe(N)
      expect(said(policy.editFacility(viewer, elsewhere, false))).toBe(N)
    }
  })
})

describe('what a mandate allows at the corporation itself', () => {
  const C = 'CONTACTS_NOT_ENTRUSTED'
  const L = 'LIMITS_ARE_NOT_ENTRUSTED'
  const N = 'NOT_YOUR_CORPORATION'
  const O = 'ONLY_THE_CORPORATION_CONFIRMS'
  const E = 'ONLY_ITS_ADMINISTRATOR_EDITS'
  it.each<[keyof typeof ENTRUSTED, ...string[]]>([
    //         confirm facts · contacts · limits · all · edit facts · contacts · 所轄庁 · limits
    ['hub without mandate', N, N, N, N, N, N, N, N],
    ['hub to confirm', '✓', C, L, L, N, N, N, N],
    ['hub to edit', N, N, N, N, '✓', C, N, N],
    ['hub to see contacts', N, N, N, N, N, N, N, N],
    ['hub to do it all', '✓', '✓', L, L, '✓', '✓', N, N],
    ['its secretariat', O, O, O, O, '✓', '✓', '✓', E],
    ['its secretariat to confirm', '✓', '✓', L, L, '✓', '✓', '✓', E],
  ])('%s', (who, ...expected) => {
    const viewer = ENTRUSTED[who]
    expect([
      said(corporations.confirmCorporation(viewer, giver, 'BASIC')),
      said(corporations.confirmCorporation(viewer, giver, 'CONTACTS')),
      said(corporations.confirmCorporation(viewer, giver, 'PROCUREMENT')),
      said(corporations.confirmCorporation(viewer, giver, null)),
      said(corporations.editCorporation(viewer, giver)),
      said(corporations.editCorporationContacts(viewer, giver)),
      said(corporations.correctAuthority(viewer, giver)),
      said(corporations.editProcurementLimits(viewer, giver)),
    ]).toEqual(expected)
  })
})

describe('on whose behalf', () => {
  const behalf = { key: 'CORPORATION:giver', name: '見本会' }
  const place = (inOwnNetwork: boolean) => ({ ...facility, inOwnNetwork })

  it('is said where a mandate was needed, and only there', () => {
    expect(policy.confirmedOnBehalfOf(ENTRUSTED['hub to confirm'], facility)).toEqual(behalf)
    expect(policy.editedOnBehalfOf(ENTRUSTED['hub to edit'], place(false))).toEqual(behalf)
    expect(policy.editedOnBehalfOf(ENTRUSTED['its secretariat'], place(true))).toBeNull()
    // It edits by its own right; that the edit confirms rests on the mandate.
    expect(policy.editedOnBehalfOf(ENTRUSTED['its secretariat to confirm'], place(true))).toEqual(behalf)
    const own = { ...entrusted(viewerActingAs('u', 'CORPORATION_ADMIN', { corporationId: 'giver' })) }
    expect(policy.confirmedOnBehalfOf(own, facility)).toBeNull()
    expect(corporations.corporationEditedOnBehalfOf(ENTRUSTED['hub to edit'], giver, 'BASIC')).toEqual(behalf)
    expect(corporations.corporationConfirmedOnBehalfOf(ENTRUSTED['hub to confirm'], giver)).toEqual(behalf)
  })

  it('the confirmation names the mandate and the role that used it', () => {
    expect(policy.confirmerOf(ENTRUSTED['hub to confirm'], facility)).toEqual({
      userId: 'u',
      role: 'CORPORATION_ADMIN',
      mandateId: 'm-CONFIRM_FACTS',
    })
    expect(corporations.corporationConfirmerOf(ENTRUSTED['its secretariat to confirm'], giver)).toEqual({
      userId: 'u',
      role: 'PLATFORM_SECRETARIAT',
      mandateId: 'm-CONFIRM_FACTS',
    })
    expect(() => policy.confirmerOf(ENTRUSTED['hub to edit'], facility)).toThrow('nobody pass')
  })

  it('the lists of things to do and of requests say the same', () => {
    expect(policy.confirmableFacilities(ENTRUSTED['hub to confirm'])).toEqual({
      facilityId: null,
      corporationId: 'hub',
      entrustedBy: ['giver'],
      contactsEntrustedBy: [],
    })
    expect(policy.confirmableFacilities(ENTRUSTED['its secretariat'])).toBeNull()
    expect(policy.confirmableFacilities(ENTRUSTED['its secretariat to confirm'])).toMatchObject({
      entrustedBy: ['giver'],
      contactsEntrustedBy: ['giver'],
    })
    expect(corporations.confirmableCorporations(ENTRUSTED['its secretariat to confirm'])).toEqual({
      own: null,
      entrustedBy: ['giver'],
      contactsEntrustedBy: ['giver'],
    })
    expect(requestsVisibleTo(ENTRUSTED['hub to confirm'])).toEqual({
      OR: [
        { facility: { is: { corporationId: 'hub' } } },
        { facility: { is: { corporationId: { in: ['giver'] } } } },
      ],
    })
  })
})

describe('who may entrust, and who may end it', () => {
  const viewers = {
    guest,
    'nobody chosen': { ...guest, userId: 'u' },
    'its administrator': viewerActingAs('u', 'CORPORATION_ADMIN', { corporationId: 'giver' }),
    'its reporter': viewerActingAs('u', 'CORPORATION_REPORTER', { corporationId: 'giver' }),
    'its director': viewerActingAs('u', 'FACILITY_DIRECTOR', { corporationId: 'giver', facilityId: 'f' }),
    hub,
    'the hub’s reporter': viewerActingAs('u', 'CORPORATION_REPORTER', { corporationId: 'hub' }),
    'another corporation': viewerActingAs('u', 'CORPORATION_ADMIN', { corporationId: 'other' }),
    secretariat,
    'chair of its network': viewerActingAs('u', 'PLATFORM_CHAIR', { platformId: 'p' }),
    'another secretariat': viewerActingAs('u', 'PLATFORM_SECRETARIAT', { platformId: 'q' }),
    operator: viewerActingAs('u', 'SYSTEM_OPERATOR'),
  } as const
  const toHub = { corporationId: 'giver', holderCorporationId: 'hub', holderPlatformId: null }
  const toNetwork = { corporationId: 'giver', holderCorporationId: null, holderPlatformId: 'p' }
  const A = 'ONLY_ITS_ADMINISTRATOR_ENTRUSTS'
  const B = 'ONLY_BOTH_SIDES_END_A_MANDATE'
  const N = 'NOT_YOUR_MANDATE'
  it.each<[keyof typeof viewers, string, string, string]>([
    //                       entrust · end the hub’s · end the network’s
    ['guest', 'SIGN_IN_FIRST', 'SIGN_IN_FIRST', 'SIGN_IN_FIRST'],
    ['nobody chosen', 'CHOOSE_ACTING', 'CHOOSE_ACTING', 'CHOOSE_ACTING'],
    ['its administrator', '✓', '✓', '✓'],
    ['its reporter', A, B, B],
    ['its director', A, B, B],
    ['hub', N, '✓', N],
    ['the hub’s reporter', A, B, B],
    ['another corporation', N, N, N],
    ['secretariat', A, B, '✓'],
    ['chair of its network', A, B, B],
    ['another secretariat', A, B, B],
    ['operator', A, B, B],
  ])('%s', (who, ...expected) => {
    const viewer = viewers[who]
    expect([
      said(mandates.giveMandates(viewer, giver)),
      said(mandates.endMandate(viewer, toHub)),
      said(mandates.endMandate(viewer, toNetwork)),
    ]).toEqual(expected)
  })

  it('is seen by both sides and the operator', () => {
    expect(mandates.mandatesVisibleTo(viewers.guest)).toEqual({ id: { in: [] } })
    expect(mandates.mandatesVisibleTo(viewers['its director'])).toEqual({
      OR: [{ corporationId: 'giver' }, { holderCorporationId: 'giver' }],
    })
    expect(mandates.mandatesVisibleTo(viewers['chair of its network'])).toEqual({ holderPlatformId: 'p' })
    expect(mandates.mandatesVisibleTo(viewers.operator)).toEqual({})
  })
})
