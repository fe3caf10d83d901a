// What is served beside the graph: every module's part, and nothing else.
import type { HttpRoute } from './kernel/http/route.ts'
import { importRoutes } from './modules/registry/http.ts'

export const routes: readonly HttpRoute[] = [...importRoutes]
