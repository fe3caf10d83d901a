import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { signInPath } from '../../lib/sign-in.ts'

/** In place of a page that is somebody's own: leads a guest to the log-in page, and afterwards back. */
export function SignInFirst() {
  const { history } = useRouter()
  useEffect(() => history.replace(signInPath(history.location.href)), [history])
  return null
}
