import { signInPath } from '../lib/sign-in.ts'
import { router } from './router.tsx'

/** Sends a person whose session is over to the log-in page, and afterwards back to where they were. */
export function askToSignIn(): void {
  const { pathname, href } = router.state.location
  if (pathname !== '/login') router.history.push(signInPath(href))
}
