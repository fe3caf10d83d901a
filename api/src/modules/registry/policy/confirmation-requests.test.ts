import { describe, expect, it } from 'vitest'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { guest, systemViewer } from '../../../kernel/viewer.ts'
import { askFor, remind, requestBlocksVisibleTo, requestsVisibleTo } from './confirmation-requests.ts'

const inNetwork = { platformId: 'p', platformIds: ['p'] }
const people = {
  guest,
  secretariat: viewerActingAs('u', 'PLATFORM_SECRETARIAT', inNetwork),
  'another secretariat': viewerActingAs('u', 'PLATFORM_SECRETARIAT', { platformId: 'q' }),
  chair: viewerActingAs('u', 'PLATFORM_CHAIR', inNetwork),
  auditor: viewerActingAs('u', 'PLATFORM_AUDITOR', inNetwork),
  director: viewerActingAs('u', 'FACILITY_DIRECTOR', { facilityId: 'f', corporationId: 'c' }),
  administrator: viewerActingAs('u', 'CORPORATION_ADMIN', { corporationId: 'c' }),
  liaison: viewerActingAs('u', 'MUNICIPAL_LIAISON', { municipalityCode: '062014', platformIds: ['p'] }),
  operator: viewerActingAs('u', 'SYSTEM_OPERATOR'),
  'the portal': systemViewer,
}
type Person = keyof typeof people

const nobody = { id: { in: [] } }

describe('requests', () => {
  it.each<[Person, asks: string, sees: object]>([
    ['guest', 'ONLY_THE_SECRETARIAT_ASKS', nobody],
    ['secretariat', '✓', { platformId: 'p' }],
    ['another secretariat', 'NOT_YOUR_NETWORK', { platformId: 'q' }],
    ['chair', 'ONLY_THE_SECRETARIAT_ASKS', { platformId: 'p' }],
    ['auditor', 'ONLY_THE_SECRETARIAT_ASKS', { platformId: 'p' }],
    ['director', 'ONLY_THE_SECRETARIAT_ASKS', { facilityId: 'f' }],
    ['administrator', 'ONLY_THE_SECRETARIAT_ASKS', { facility: { is: { corporationId: 'c' } } }],
    ['liaison', 'ONLY_THE_SECRETARIAT_ASKS', nobody],
    ['operator', 'ONLY_THE_SECRETARIAT_ASKS', {}],
    ['the portal', 'ONLY_THE_SECRETARIAT_ASKS', nobody],
  ])('%s: asks %s', (person, asks, sees) => {
    const verdict = askFor(people[person], { platformId: 'p' })
    expect(verdict.allowed ? '✓' : verdict.reason).toBe(asks)
    expect(requestsVisibleTo(people[person])).toEqual(sees)
    expect(requestBlocksVisibleTo(people[person])).toEqual({ request: { is: sees } })
  })

  it('are repeated by the portal alone', () => {
    expect(Object.entries(people).filter(([, viewer]) => remind(viewer).allowed)).toEqual([
      ['the portal', systemViewer],
    ])
  })
})
