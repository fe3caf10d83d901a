import { forbidden, unauthenticated } from '../problems.ts'
import type { Verdict } from '../verdict.ts'
import type { Viewer } from '../viewer.ts'

/** Who may ask a root field at all; what they see is up to each model's `visibleTo`. */
export type Access = 'public' | 'signedIn' | ((viewer: Viewer) => Verdict)

/** What a root field's `extensions.access` tells a test that lists them all. */
export interface AccessNote {
  readonly access: 'public' | 'signedIn' | 'policy'
  readonly scope: string | null
}

export const noteOf = (access: Access, scope: string | null): AccessNote => ({
  access: typeof access === 'function' ? 'policy' : access,
  scope,
})

/** Lets pass or throws: a guest is told to sign in, anybody else why not. */
export function authorize(viewer: Viewer, access: Access, scope: string | null): void {
  if (scope !== null && viewer.scopes !== null && !viewer.scopes.includes(scope))
    throw forbidden('SCOPE_MISSING')
  if (access === 'public') return
  if (typeof access === 'function') {
    const verdict = access(viewer)
    if (verdict.allowed) return
    throw viewer.userId === null ? unauthenticated() : forbidden(verdict.reason)
  }
  if (viewer.userId === null) throw unauthenticated()
}
