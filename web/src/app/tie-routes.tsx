import { createRoute } from '@tanstack/react-router'
import { readNewTieSearch, readTiesSearch } from '../features/collaboration/tie-search.ts'
import { lazyPage } from './lazy-page.ts'
import { root } from './root-route.tsx'

// The pages of who works with whom; routes.tsx lists all pages.

export const networkTies = createRoute({
  getParentRoute: () => root,
  path: '/network/ties',
  staticData: { section: '/network' },
  validateSearch: readTiesSearch,
  component: lazyPage(() => import('../routes/ties/page.tsx'), 'TiesPage'),
})

export const networkTieStages = createRoute({
  getParentRoute: () => root,
  path: '/network/ties/next-stage',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/ties-next-stage/page.tsx'), 'NextStagePage'),
})

export const networkTieNew = createRoute({
  getParentRoute: () => root,
  path: '/network/ties/new',
  staticData: { section: '/network' },
  validateSearch: readNewTieSearch,
  component: lazyPage(() => import('../routes/ties-new/page.tsx'), 'NewTiePage'),
})

export const networkTieContracts = createRoute({
  getParentRoute: () => root,
  path: '/network/ties/contracts',
  staticData: { section: '/network' },
  validateSearch: ({ id }): { id?: string } => (typeof id === 'string' ? { id } : {}),
  component: lazyPage(() => import('../routes/ties-contracts/page.tsx'), 'ContractsPage'),
})

export const networkTie = createRoute({
  getParentRoute: () => root,
  path: '/network/ties/$tieId',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/tie/page.tsx'), 'TiePage'),
})
