import { createRouter } from '@tanstack/react-router'
import { Loading } from '../ui/Loading/Loading.tsx'
import { ErrorPage } from './ErrorPage.tsx'
import { routes } from './routes.tsx'

/** The pages of the portal. Places in a list and filters stand in the address. */
export const router = createRouter({
  routeTree: routes,
  defaultPreload: 'intent',
  scrollRestoration: true,
  // For each page, so that the frame stays around it.
  defaultErrorComponent: ErrorPage,
  defaultPendingComponent: () => <Loading />,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    /** Entry of the navigation that is marked while the page is shown. */
    section?: string
    /** Says the same to everybody, whether or not the server can be asked who is there. */
    plain?: boolean
    /** Shown without navigation: pages before a person is signed in. */
    door?: boolean
    /** Brings a menu of its own where there is room for one: the agenda of a meeting. */
    ownMenu?: boolean
  }
}
