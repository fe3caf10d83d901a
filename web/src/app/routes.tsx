import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { ErrorPage } from './ErrorPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { Shell } from './shell/Shell.tsx'

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
})

// One entry per page. Its code is fetched when somebody goes there.

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  staticData: { section: '/' },
  component: lazyRouteComponent(() => import('../routes/home/page.tsx'), 'HomePage'),
})

const notifications = createRoute({
  getParentRoute: () => root,
  path: '/notifications',
  staticData: { section: '/notifications' },
  validateSearch: ({ after, unread }): { after?: string; unread?: boolean } => ({
    after: typeof after === 'string' ? after : undefined,
    unread: unread === true || undefined,
  }),
  component: lazyRouteComponent(() => import('../routes/notifications/page.tsx'), 'NotificationsPage'),
})

const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  staticData: { section: '/help', plain: true },
  component: lazyRouteComponent(() => import('../routes/help/page.tsx'), 'HelpPage'),
})

const tour = createRoute({
  getParentRoute: () => root,
  path: '/help/tour/$reader',
  staticData: { section: '/help', plain: true },
  component: lazyRouteComponent(() => import('../routes/tour/page.tsx'), 'TourPage'),
})

const accessibility = createRoute({
  getParentRoute: () => root,
  path: '/accessibility',
  staticData: { plain: true },
  component: lazyRouteComponent(() => import('../routes/accessibility/page.tsx'), 'AccessibilityPage'),
})

const credits = createRoute({
  getParentRoute: () => root,
  path: '/credits',
  component: lazyRouteComponent(() => import('../routes/credits/page.tsx'), 'CreditsPage'),
})

/** Every page of the portal. */
export const routes = root.addChildren([home, notifications, help, tour, accessibility, credits])
