import type { Viewer } from '../viewer.ts'

/** What the server needs to know of identity; modules/identity/public.ts provides it, tests have a twin. */
export interface Identity {
  /** Answers everything below `/api/auth/`. `x-forwarded-for` is the address we believe, and no other. */
  readonly handler: (request: Request) => Promise<Response>
  /**
   * Who is asking, by session cookie or by `authorization: Bearer <token>`, and for whom (`x-yui-acting`). A guest if
   * neither is given or valid.
   */
  readonly viewerOf: (headers: Headers) => Promise<Viewer>
}
