import { createRoute } from '@tanstack/react-router'
import { readRegisterSearch } from '../features/readiness/register-search.ts'
import { lazyPage } from './lazy-page.ts'
import { root } from './root-route.tsx'

// The pages of the welfare-shelter network in peace time, of warnings and of forms, as in `routes.tsx`.

export const welfareShelters = createRoute({
  getParentRoute: () => root,
  path: '/shelters/welfare',
  staticData: { section: '/shelters/welfare' },
  validateSearch: readRegisterSearch,
  component: lazyPage(() => import('../routes/shelters-welfare/page.tsx'), 'WelfareSheltersPage'),
})

export const shelterRecord = createRoute({
  getParentRoute: () => root,
  path: '/shelters/welfare/$facilityId',
  staticData: { section: '/shelters/welfare' },
  component: lazyPage(() => import('../routes/shelter-record/page.tsx'), 'ShelterRecordPage'),
})

export const readiness = createRoute({
  getParentRoute: () => root,
  path: '/readiness/$facilityId',
  staticData: { section: '/shelters/welfare' },
  validateSearch: ({ only }): { only?: 'open' } => (only === 'open' ? { only } : {}),
  component: lazyPage(() => import('../routes/readiness/page.tsx'), 'ReadinessPage'),
})

export const networkMentoring = createRoute({
  getParentRoute: () => root,
  path: '/network/mentoring',
  staticData: { section: '/network' },
  validateSearch: ({ id }): { id?: string } => (typeof id === 'string' ? { id } : {}),
  component: lazyPage(() => import('../routes/network-mentoring/page.tsx'), 'MentoringPage'),
})

export const readinessItems = createRoute({
  getParentRoute: () => root,
  path: '/admin/readiness-items',
  staticData: { section: '/admin/services' },
  component: lazyPage(() => import('../routes/readiness-items/page.tsx'), 'ReadinessItemsPage'),
})

export const alerts = createRoute({
  getParentRoute: () => root,
  path: '/alerts',
  staticData: { section: '/disasters' },
  validateSearch: ({
    id,
    all,
    after,
    suggestion,
  }): { id?: string; all?: boolean; after?: string; suggestion?: string } => ({
    ...(typeof id === 'string' && { id }),
    ...(all === true && { all }),
    ...(typeof after === 'string' && { after }),
    ...(typeof suggestion === 'string' && { suggestion }),
  }),
  component: lazyPage(() => import('../routes/alerts/page.tsx'), 'AlertsPage'),
})

export const alert = createRoute({
  getParentRoute: () => root,
  path: '/alerts/$messageId',
  staticData: { section: '/disasters' },
  component: lazyPage(() => import('../routes/alert/page.tsx'), 'AlertPage'),
})

export const outputs = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/outputs',
  staticData: { section: '/disasters' },
  component: lazyPage(() => import('../routes/outputs/page.tsx'), 'OutputsPage'),
})

export const output = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/outputs/$form',
  staticData: { section: '/disasters' },
  component: lazyPage(() => import('../routes/output/page.tsx'), 'OutputPage'),
})
