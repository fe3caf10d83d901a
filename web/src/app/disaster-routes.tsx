import { createRoute } from '@tanstack/react-router'
import { lazyPage } from './lazy-page.ts'
import { root } from './root-route.tsx'

// The pages of the welfare-shelter network, as in `routes.tsx`.

export const alerts = createRoute({
  getParentRoute: () => root,
  path: '/alerts',
  staticData: { section: '/network' },
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
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/alert/page.tsx'), 'AlertPage'),
})

export const outputs = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/outputs',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/outputs/page.tsx'), 'OutputsPage'),
})

export const output = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/outputs/$form',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/output/page.tsx'), 'OutputPage'),
})
