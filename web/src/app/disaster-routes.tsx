import { createRoute } from '@tanstack/react-router'
import { lazyPage } from './lazy-page.ts'
import { root } from './root-route.tsx'

// The pages of disasters and drills, as in `routes.tsx`.

export const intake = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/intake/$openingId',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/intake/page.tsx'), 'IntakePage'),
})

export const intakePerson = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/intake/$openingId/people/$personId',
  staticData: { section: '/network' },
  validateSearch: ({ group }): { group?: string } => (typeof group === 'string' ? { group } : {}),
  component: lazyPage(() => import('../routes/intake-person/page.tsx'), 'IntakePersonPage'),
})

export const intakeSheets = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/intake/$openingId/sheets',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/intake-sheets/page.tsx'), 'IntakeSheetsPage'),
})

export const intakeSearch = createRoute({
  getParentRoute: () => root,
  path: '/disasters/$eventId/intake/$openingId/search',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/intake-search/page.tsx'), 'IntakeSearchPage'),
})

/** A printed sheet, keyed in by its link without an account. */
export const intakeSheet = createRoute({
  getParentRoute: () => root,
  path: '/intake-sheet',
  staticData: { door: true },
  component: lazyPage(() => import('../routes/intake-sheet/page.tsx'), 'IntakeSheetPage'),
})
