import { useRouter } from '@tanstack/react-router'
import { sessionEnded } from '../../lib/session.ts'
import { signInPath } from '../../lib/sign-in.ts'
import { useAccountText } from '../../locales/account.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { askAuth } from './auth-api.ts'

/** Signs out and leads back here by way of the log-in page, for what needs a fresh or stronger sign-in. */
export function SignInAgain() {
  const text = useAccountText().app
  const { history } = useRouter()
  const again = async () => {
    const answer = await askAuth('/sign-out', {})
    if (!answer?.ok) return
    sessionEnded()
    history.push(signInPath('/account'))
  }
  return <Button onClick={() => void again()}>{text.signInAgain}</Button>
}
