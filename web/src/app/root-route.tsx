import { createRootRoute } from '@tanstack/react-router'
import { NotFoundPage } from './NotFoundPage.tsx'
import { Shell } from './shell/Shell.tsx'

/** The frame that every page stands in. */
export const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
})
