import { createRoute } from '@tanstack/react-router'
import { lazyPage } from './lazy-page.ts'
import { root } from './root-route.tsx'

// The pages of the welfare-shelter network, as in `routes.tsx`. The service worker fetches the code of every page of
// this file beforehand: they must open without a network.

export const outbox = createRoute({
  getParentRoute: () => root,
  path: '/outbox',
  component: lazyPage(() => import('../routes/outbox/page.tsx'), 'OutboxPage'),
})
