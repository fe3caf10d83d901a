import { createRoute } from '@tanstack/react-router'
import { readGuests } from '../features/mutualaid/guests.ts'
import { readRegisterSearch } from '../features/readiness/register-search.ts'
import { lazyPage } from './lazy-page.ts'
import { root } from './root-route.tsx'

// Lists of the welfare-shelter network as they are printed: whole, on A4. They are read anew each time, so they need the
// network and are not fetched beforehand.

export const register = createRoute({
  getParentRoute: () => root,
  path: '/shelters/welfare/print',
  staticData: { section: '/shelters/welfare' },
  validateSearch: readRegisterSearch,
  component: lazyPage(() => import('../routes/shelters-welfare-paper/page.tsx'), 'WelfareSheltersPaperPage'),
})

export const readiness = createRoute({
  getParentRoute: () => root,
  path: '/readiness/$facilityId/print',
  staticData: { section: '/shelters/welfare' },
  component: lazyPage(() => import('../routes/readiness-paper/page.tsx'), 'ReadinessPaperPage'),
})

export const aid = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/aid/print',
  staticData: { section: '/disasters' },
  component: lazyPage(() => import('../routes/disaster-aid-paper/page.tsx'), 'AidPaperPage'),
})

export const log = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/log/print',
  staticData: { section: '/disasters' },
  component: lazyPage(() => import('../routes/disaster-log-paper/page.tsx'), 'SituationPaperPage'),
})

export const assignment = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/assignment/print',
  staticData: { section: '/disasters' },
  component: lazyPage(() => import('../routes/disaster-assignment-paper/page.tsx'), 'AssignmentPaperPage'),
})

export const stock = createRoute({
  getParentRoute: () => root,
  path: '/facilities/$facilityId/stock/print',
  staticData: { section: '/registry' },
  validateSearch: readGuests,
  component: lazyPage(() => import('../routes/facility-stock-paper/page.tsx'), 'StockPaperPage'),
})

export const inspections = createRoute({
  getParentRoute: () => root,
  path: '/facilities/$facilityId/inspections/print',
  staticData: { section: '/registry' },
  component: lazyPage(() => import('../routes/facility-inspections-paper/page.tsx'), 'InspectionsPaperPage'),
})

export const skills = createRoute({
  getParentRoute: () => root,
  path: '/facilities/$facilityId/skills/print',
  staticData: { section: '/registry' },
  component: lazyPage(() => import('../routes/facility-skills-paper/page.tsx'), 'SkillsPaperPage'),
})
