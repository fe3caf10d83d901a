import { describe, expect, it } from 'vitest'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { guest, type RoleName, type Viewer } from '../../../kernel/viewer.ts'
import * as policy from './membership.ts'
import * as networks from './networks.ts'

const both = { platformId: 'p', corporationId: 'c' }
const insiders = { platformIds: ['p'] }
const viewers: Readonly<Record<string, Viewer>> = {
  secretariat: viewerActingAs('u', 'PLATFORM_SECRETARIAT', { platformId: 'p', ...insiders }),
  chair: viewerActingAs('u', 'PLATFORM_CHAIR', { platformId: 'p', ...insiders }),
  auditor: viewerActingAs('u', 'PLATFORM_AUDITOR', { platformId: 'p', ...insiders }),
  otherSecretariat: viewerActingAs('u', 'PLATFORM_SECRETARIAT', { platformId: 'x', platformIds: ['x'] }),
  administrator: viewerActingAs('u', 'CORPORATION_ADMIN', { corporationId: 'c', ...insiders }),
  reporter: viewerActingAs('u', 'CORPORATION_REPORTER', { corporationId: 'c', ...insiders }),
  otherAdministrator: viewerActingAs('u', 'CORPORATION_ADMIN', { corporationId: 'y', ...insiders }),
  director: viewerActingAs('u', 'FACILITY_DIRECTOR', { facilityId: 'f', corporationId: 'c', ...insiders }),
  liaison: viewerActingAs('u', 'MUNICIPAL_LIAISON', { municipalityCode: '062014', ...insiders }),
  operator: viewerActingAs('u', 'SYSTEM_OPERATOR'),
  guest,
}

const RUN = 'ONLY_THE_SECRETARIAT_RUNS'
const APPLY = 'ONLY_THE_CORPORATION_APPLIES'
const MINE = 'ONLY_THE_APPLICANT_WITHDRAWS'
const BEGIN = 'ONLY_WHO_BEGINS_NETWORKS'
const OPERATOR = 'ONLY_THE_OPERATOR'

// Columns: run the network, apply, write in the thread, withdraw what was sent, withdraw an invitation, begin below, link.
const table: Readonly<Record<string, readonly string[]>> = {
  secretariat: ['✓', APPLY, '✓', MINE, '✓', '✓', OPERATOR],
  chair: [RUN, APPLY, RUN, MINE, RUN, BEGIN, OPERATOR],
  auditor: [RUN, APPLY, RUN, MINE, RUN, BEGIN, OPERATOR],
  otherSecretariat: [
    'NOT_YOUR_NETWORK',
    APPLY,
    'NOT_YOUR_NETWORK',
    MINE,
    'NOT_YOUR_NETWORK',
    'ONLY_BELOW_YOUR_NETWORK',
    OPERATOR,
  ],
  administrator: [RUN, '✓', '✓', '✓', '✓', BEGIN, OPERATOR],
  reporter: [RUN, APPLY, RUN, MINE, RUN, BEGIN, OPERATOR],
  otherAdministrator: [RUN, '✓', RUN, MINE, RUN, BEGIN, OPERATOR],
  director: [RUN, APPLY, RUN, MINE, RUN, BEGIN, OPERATOR],
  liaison: [RUN, APPLY, RUN, MINE, RUN, BEGIN, OPERATOR],
  operator: [RUN, APPLY, RUN, MINE, RUN, '✓', '✓'],
  guest: [RUN, APPLY, RUN, MINE, RUN, BEGIN, OPERATOR],
}

describe('who may do what about members and networks', () => {
  it.each(Object.entries(table))('%s', (who, cells) => {
    const viewer = viewers[who] ?? guest
    const verdicts = [
      policy.runNetwork(viewer, both),
      policy.applyForOwn(viewer),
      policy.writeToOtherSide(viewer, both),
      policy.withdraw(viewer, { ...both, state: 'SUBMITTED' }),
      policy.withdraw(viewer, { ...both, state: 'INVITED' }),
      networks.begin(viewer, { parentId: 'p' }),
      networks.link(viewer),
    ]
    expect(verdicts.map((verdict) => (verdict.allowed ? '✓' : verdict.reason))).toEqual(cells)
  })

  it('only the operator begins a network that stands below none', () => {
    const begins = Object.entries(viewers).filter(
      ([, viewer]) => networks.begin(viewer, { parentId: null }).allowed,
    )
    expect(begins.map(([who]) => who)).toEqual(['operator'])
  })

  it('a link is ended by the secretariat of either side and by the operator', () => {
    const link = { fromId: 'p', toId: 'x' }
    const enders = Object.entries(viewers).filter(([, viewer]) => networks.unlink(viewer, link).allowed)
    expect(enders.map(([who]) => who)).toEqual(['secretariat', 'otherSecretariat', 'operator'])
  })
})

describe('who sees applications', () => {
  const seen: Partial<Record<RoleName, object>> = {
    PLATFORM_SECRETARIAT: { platformId: 'p' },
    PLATFORM_CHAIR: { platformId: 'p' },
    PLATFORM_AUDITOR: { platformId: 'p' },
    CORPORATION_ADMIN: { corporationId: 'c' },
    CORPORATION_REPORTER: { corporationId: 'c' },
    SYSTEM_OPERATOR: {},
  }
  it.each(Object.entries(viewers))('%s', (_who, viewer) => {
    const [role] = viewer.acting?.roles ?? []
    const { platformId, corporationId } = viewer.acting ?? {}
    const own = role ? seen[role] : undefined
    const expected =
      own === undefined
        ? { id: { in: [] } }
        : 'platformId' in own
          ? { platformId }
          : 'corporationId' in own
            ? { corporationId }
            : {}
    expect(policy.applicationsVisibleTo(viewer)).toEqual(expected)
  })
})
