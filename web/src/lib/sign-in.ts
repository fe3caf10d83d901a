/** The log-in page, and from there back to where the person was. */
export function signInPath(next = '/'): string {
  return next === '/' ? '/login' : `/login?next=${encodeURIComponent(next)}`
}

/** Where to go after signing in: only a path of the portal, whatever the address says. */
export function pathAfterSignIn(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/'
}
