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

const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  staticData: { section: '/help' },
  component: lazyRouteComponent(() => import('../routes/help/page.tsx'), 'HelpPage'),
})

export const routes = root.addChildren([home, help])
