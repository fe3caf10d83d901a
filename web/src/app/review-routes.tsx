import { createRoute } from '@tanstack/react-router'
import { readReviewSearch } from '../features/registry/matching/review-search.ts'
import { readMistakeSearch } from '../features/registry/mistakes/mistake-search.ts'
import { lazyPage } from './lazy-page.ts'
import { root } from './root-route.tsx'

// The pages where somebody looks at what may be wrong in the registry, as in `routes.tsx`.

export const pairs = createRoute({
  getParentRoute: () => root,
  path: '/review',
  staticData: { section: '/review' },
  validateSearch: readReviewSearch,
  component: lazyPage(() => import('../routes/review/page.tsx'), 'ReviewPage'),
})

export const merge = createRoute({
  getParentRoute: () => root,
  path: '/review/merge/$proposalId',
  staticData: { section: '/review' },
  validateSearch: ({ keep }): { keep?: 'second' } => (keep === 'second' ? { keep } : {}),
  component: lazyPage(() => import('../routes/review-merge/page.tsx'), 'ReviewMergePage'),
})

export const merges = createRoute({
  getParentRoute: () => root,
  path: '/review/merges',
  staticData: { section: '/review' },
  validateSearch: ({ after }): { after?: string } => (typeof after === 'string' ? { after } : {}),
  component: lazyPage(() => import('../routes/review-merges/page.tsx'), 'ReviewMergesPage'),
})

export const mistakes = createRoute({
  getParentRoute: () => root,
  path: '/mistakes',
  staticData: { section: '/registry' },
  validateSearch: readMistakeSearch,
  component: lazyPage(() => import('../routes/mistakes/page.tsx'), 'MistakesPage'),
})
