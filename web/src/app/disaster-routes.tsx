import { createRoute } from '@tanstack/react-router'
import { lazyPage } from './lazy-page.ts'
import { root } from './root-route.tsx'
import { readGuests } from '../features/mutualaid/guests.ts'
import { readAssignmentSearch } from '../features/assignment/search.ts'

// The pages of disasters and drills, as in `routes.tsx`. The service worker fetches the code of every page of this file
// beforehand: they must open without a network.

const section = '/disasters'

export const list = createRoute({
  getParentRoute: () => root,
  path: '/disasters',
  staticData: { section },
  component: lazyPage(() => import('../routes/disasters/page.tsx'), 'DisastersPage'),
})

export const begin = createRoute({
  getParentRoute: () => root,
  path: '/disasters/new',
  staticData: { section },
  validateSearch: ({ id, alert: asked }): { id?: string; alert?: string } => ({
    ...(typeof id === 'string' && { id }),
    ...(typeof asked === 'string' && { alert: asked }),
  }),
  component: lazyPage(() => import('../routes/disaster-new/page.tsx'), 'DisasterNewPage'),
})

export const devices = createRoute({
  getParentRoute: () => root,
  path: '/disasters/devices',
  staticData: { section },
  component: lazyPage(() => import('../routes/disaster-devices/page.tsx'), 'DisasterDevicesPage'),
})

export const reportPaper = createRoute({
  getParentRoute: () => root,
  path: '/disasters/paper',
  staticData: { section },
  validateSearch: ({ event, blank }): { event?: string; blank?: true } => ({
    ...(typeof event === 'string' && { event }),
    ...(blank === true && { blank }),
  }),
  component: lazyPage(() => import('../routes/report-paper/page.tsx'), 'ReportPaperPage'),
})

export const board = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId',
  staticData: { section },
  validateSearch: ({ view }): { view?: 'map' } => (view === 'map' ? { view } : {}),
  component: lazyPage(() => import('../routes/disaster/page.tsx'), 'DisasterPage'),
})

export const report = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/report',
  staticData: { section },
  validateSearch: ({ facility }): { facility?: string } => (typeof facility === 'string' ? { facility } : {}),
  component: lazyPage(() => import('../routes/disaster-report/page.tsx'), 'DisasterReportPage'),
})

export const shelter = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/shelters/$calledId',
  staticData: { section },
  component: lazyPage(() => import('../routes/disaster-shelter/page.tsx'), 'DisasterShelterPage'),
})

export const review = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/review',
  staticData: { section },
  component: lazyPage(() => import('../routes/disaster-review/page.tsx'), 'DisasterReviewPage'),
})

/** For the staff present at a facility, without an account; the device itself is the key. */
export const facilityDevice = createRoute({
  getParentRoute: () => root,
  path: '/facility-device',
  staticData: { door: true },
  component: lazyPage(() => import('../routes/facility-device/page.tsx'), 'FacilityDevicePage'),
})

export const outbox = createRoute({
  getParentRoute: () => root,
  path: '/outbox',
  component: lazyPage(() => import('../routes/outbox/page.tsx'), 'OutboxPage'),
})

export const aid = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/aid',
  staticData: { section },
  component: lazyPage(() => import('../routes/disaster-aid/page.tsx'), 'AidPage'),
})

export const log = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/log',
  staticData: { section },
  validateSearch: ({ after }): { after?: string } => (typeof after === 'string' ? { after } : {}),
  component: lazyPage(() => import('../routes/disaster-log/page.tsx'), 'SituationPage'),
})

export const facilityStock = createRoute({
  getParentRoute: () => root,
  path: '/facilities/$facilityId/stock',
  staticData: { section: '/registry' },
  validateSearch: readGuests,
  component: lazyPage(() => import('../routes/facility-stock/page.tsx'), 'StockPage'),
})

export const facilityInspections = createRoute({
  getParentRoute: () => root,
  path: '/facilities/$facilityId/inspections',
  staticData: { section: '/registry' },
  component: lazyPage(() => import('../routes/facility-inspections/page.tsx'), 'InspectionsPage'),
})

export const facilitySkills = createRoute({
  getParentRoute: () => root,
  path: '/facilities/$facilityId/skills',
  staticData: { section: '/registry' },
  component: lazyPage(() => import('../routes/facility-skills/page.tsx'), 'SkillsPage'),
})

export const agreements = createRoute({
  getParentRoute: () => root,
  path: '/network/agreements',
  staticData: { section: '/network' },
  validateSearch: ({ id }): { id?: string } => (typeof id === 'string' ? { id } : {}),
  component: lazyPage(() => import('../routes/network-agreements/page.tsx'), 'AgreementsPage'),
})

export const intake = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/intake/$openingId',
  staticData: { section },
  component: lazyPage(() => import('../routes/intake/page.tsx'), 'IntakePage'),
})

export const intakePerson = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/intake/$openingId/people/$personId',
  staticData: { section },
  validateSearch: ({ group }): { group?: string } => (typeof group === 'string' ? { group } : {}),
  component: lazyPage(() => import('../routes/intake-person/page.tsx'), 'IntakePersonPage'),
})

export const intakeSheets = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/intake/$openingId/sheets',
  staticData: { section },
  component: lazyPage(() => import('../routes/intake-sheets/page.tsx'), 'IntakeSheetsPage'),
})

export const intakeSearch = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/intake/$openingId/search',
  staticData: { section },
  component: lazyPage(() => import('../routes/intake-search/page.tsx'), 'IntakeSearchPage'),
})

/** A printed sheet, keyed in by its link without an account. */
export const intakeSheet = createRoute({
  getParentRoute: () => root,
  path: '/intake-sheet',
  staticData: { door: true },
  component: lazyPage(() => import('../routes/intake-sheet/page.tsx'), 'IntakeSheetPage'),
})

export const assignment = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/assignment',
  validateSearch: readAssignmentSearch,
  staticData: { section },
  component: lazyPage(() => import('../routes/disaster-assignment/page.tsx'), 'DisasterAssignmentPage'),
})
