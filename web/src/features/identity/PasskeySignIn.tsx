import { useState } from 'react'
import type { Failure } from '../../lib/problems.ts'
import { useSignInText } from '../../locales/sign-in.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { FailureNotice } from '../../ui/Notice/FailureNotice.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { outcomeOf } from './auth-api.ts'
import { signInWithPasskey } from './passkeys.ts'

/** Signs in with fingerprint, face or the PIN of the device. */
export function PasskeySignIn({ onSignedIn }: { onSignedIn: () => void }) {
  const text = useSignInText()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | Failure>()

  const signIn = async () => {
    setBusy(true)
    setProblem(undefined)
    const outcome = await signInWithPasskey()
    setBusy(false)
    if (outcome.kind === 'missing') return setProblem(text.passkeyMissing)
    if (outcome.kind !== 'answered') return setProblem(text.passkeyStopped)
    if (outcome.answer?.ok) return onSignedIn()
    const result = outcomeOf(outcome.answer, {})
    const unreachable = result.kind === 'failed' && ['OFFLINE', 'TOO_FAST'].includes(result.failure.kind)
    setProblem(unreachable ? result.failure : text.passkeyUnknown)
  }
  return (
    <div className="yui-form-end">
      {typeof problem === 'string' && (
        <Notice kind="bad">
          <p>{problem}</p>
        </Notice>
      )}
      {typeof problem === 'object' && <FailureNotice failure={problem} />}
      <Button icon="key" busy={busy} onClick={() => void signIn()}>
        {text.passkey}
      </Button>
      <p className="prose-sub">{text.passkeySupport}</p>
    </div>
  )
}
