import { expect, it } from 'vitest'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import type { Verdict } from '../../../kernel/verdict.ts'
import { guest, type Viewer } from '../../../kernel/viewer.ts'
import * as policy from './events.ts'

const inside = { platformIds: ['net'] }
const viewers: Readonly<Record<string, Viewer>> = {
  director: viewerActingAs('u', 'FACILITY_DIRECTOR', { facilityId: 'f', corporationId: 'c', ...inside }),
  staff: viewerActingAs('u', 'FACILITY_STAFF', { facilityId: 'f', corporationId: 'c', ...inside }),
  administrator: viewerActingAs('u', 'CORPORATION_ADMIN', { corporationId: 'c', ...inside }),
  neighbour: viewerActingAs('u', 'FACILITY_STAFF', { facilityId: 'b', corporationId: 'd', ...inside }),
  'another member': viewerActingAs('u', 'FACILITY_DIRECTOR', {
    facilityId: 'x',
    corporationId: 'y',
    ...inside,
  }),
  secretariat: viewerActingAs('u', 'PLATFORM_SECRETARIAT', { platformId: 'net', ...inside }),
  chair: viewerActingAs('u', 'PLATFORM_CHAIR', { platformId: 'net', ...inside }),
  liaison: viewerActingAs('u', 'MUNICIPAL_LIAISON', { municipalityCode: '062014', ...inside }),
  officer: viewerActingAs('u', 'PLATFORM_OFFICER', { platformId: 'net', ...inside }),
  auditor: viewerActingAs('u', 'PLATFORM_AUDITOR', { platformId: 'net', ...inside }),
  reporter: viewerActingAs('u', 'CORPORATION_REPORTER', { corporationId: 'c', ...inside }),
  'secretariat elsewhere': viewerActingAs('u', 'PLATFORM_SECRETARIAT', {
    platformId: 'far',
    platformIds: ['far'],
  }),
  'liaison elsewhere': viewerActingAs('u', 'MUNICIPAL_LIAISON', {
    municipalityCode: '1',
    platformIds: ['far'],
  }),
  operator: viewerActingAs('u', 'SYSTEM_OPERATOR'),
  guest,
}
const place = {
  platformId: 'net',
  facilityId: 'f',
  corporationId: 'c',
  buddyFacilityId: 'b',
  buddyCorporationId: 'd',
}
const acts: readonly ((viewer: Viewer) => Verdict)[] = [
  (viewer) => policy.conduct(viewer, place),
  (viewer) => policy.reportFor(viewer, place),
  (viewer) => policy.findOut(viewer, place),
  (viewer) => policy.lookAfterDevices(viewer, place),
  (viewer) => policy.facilityItself(viewer, place),
]

// Columns: conducts, reports, finds out, looks after devices, speaks for the facility.
it.each([
  ['director', '·✓·✓✓'],
  ['staff', '·✓··✓'],
  ['administrator', '·✓·✓✓'],
  ['neighbour', '··✓··'],
  ['another member', '·····'],
  ['secretariat', '✓✓✓··'],
  ['chair', '✓✓✓··'],
  ['liaison', '✓✓✓··'],
  ['officer', '·····'],
  ['auditor', '·····'],
  ['reporter', '·····'],
  ['secretariat elsewhere', '·····'],
  ['liaison elsewhere', '·····'],
  ['operator', '·····'],
  ['guest', '·····'],
])('%s: %s', (name, row) => {
  const viewer = viewers[name]
  if (!viewer) throw new Error(`nobody is ${name}`)
  expect(acts.map((act) => (act(viewer).allowed ? '✓' : '·')).join('')).toBe(row)
})
