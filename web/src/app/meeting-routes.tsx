import { createRoute } from '@tanstack/react-router'
import { lazyPage } from './lazy-page.ts'
import { root } from './root-route.tsx'

// The pages of the meetings, as in `routes.tsx`.

export const list = createRoute({
  getParentRoute: () => root,
  path: '/network/meetings',
  staticData: { section: '/network' },
  validateSearch: ({ id, after }): { id?: string; after?: string } => ({
    ...(typeof id === 'string' && { id }),
    ...(typeof after === 'string' && { after }),
  }),
  component: lazyPage(() => import('../routes/meetings/page.tsx'), 'MeetingsPage'),
})

export const plan = createRoute({
  getParentRoute: () => root,
  path: '/network/meetings/new',
  staticData: { section: '/network' },
  validateSearch: ({ id }): { id?: string } => (typeof id === 'string' ? { id } : {}),
  component: lazyPage(() => import('../routes/meeting-plan/page.tsx'), 'MeetingPlanPage'),
})

export const newSeries = createRoute({
  getParentRoute: () => root,
  path: '/network/meetings/series/new',
  staticData: { section: '/network' },
  validateSearch: ({ id }): { id?: string } => (typeof id === 'string' ? { id } : {}),
  component: lazyPage(() => import('../routes/meeting-series-new/page.tsx'), 'MeetingSeriesNewPage'),
})

export const series = createRoute({
  getParentRoute: () => root,
  path: '/network/meetings/series/$seriesId',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/meeting-series/page.tsx'), 'MeetingSeriesPage'),
})

export const notice = createRoute({
  getParentRoute: () => root,
  path: '/network/meetings/$meetingId',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/meeting/page.tsx'), 'MeetingPage'),
})

export const edit = createRoute({
  getParentRoute: () => root,
  path: '/network/meetings/$meetingId/edit',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/meeting-edit/page.tsx'), 'MeetingEditPage'),
})

export const room = createRoute({
  getParentRoute: () => root,
  path: '/network/meetings/$meetingId/room',
  staticData: { section: '/network', ownMenu: true },
  validateSearch: ({ item }): { item?: string } => (typeof item === 'string' ? { item } : {}),
  component: lazyPage(() => import('../routes/meeting-room/page.tsx'), 'MeetingRoomPage'),
})

export const papers = createRoute({
  getParentRoute: () => root,
  path: '/network/meetings/$meetingId/papers',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/meeting-papers/page.tsx'), 'MeetingPapersPage'),
})

export const vote = createRoute({
  getParentRoute: () => root,
  path: '/network/meetings/$meetingId/vote/$itemId',
  staticData: { section: '/network' },
  component: lazyPage(() => import('../routes/meeting-vote/page.tsx'), 'MeetingVotePage'),
})

/** For invited bodies without an account; the secret stands after the # of the link. */
export const guest = createRoute({
  getParentRoute: () => root,
  path: '/meeting-guest',
  staticData: { door: true },
  component: lazyPage(() => import('../routes/meeting-guest/page.tsx'), 'MeetingGuestPage'),
})
