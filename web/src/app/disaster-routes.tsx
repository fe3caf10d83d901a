import { createRoute } from '@tanstack/react-router'
import { lazyPage } from './lazy-page.ts'
import { root } from './root-route.tsx'

// The pages of disasters and drills, as in `routes.tsx`.

export const aid = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/aid',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/disaster-aid/page.tsx'), 'AidPage'),
})

export const log = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/log',
  staticData: { section: '/network' },
  validateSearch: ({ after }): { after?: string } => (typeof after === 'string' ? { after } : {}),
  component: lazyPage(() => import('../routes/disaster-log/page.tsx'), 'SituationPage'),
})

export const facilityStock = createRoute({
  getParentRoute: () => root,
  path: '/facilities/$facilityId/stock',
  staticData: { section: '/registry' },
  validateSearch: ({ guests }): { guests?: number } =>
    typeof guests === 'number' && Number.isInteger(guests) && guests > 0 && guests <= 9_999 ? { guests } : {},
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
