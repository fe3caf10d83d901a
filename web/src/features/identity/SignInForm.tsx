import { useId, useState, type FormEvent } from 'react'
import { toDigits } from '../../lib/digits.ts'
import { useSignInText } from '../../locales/sign-in.ts'
import { useUiText } from '../../locales/ui.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Checkbox } from '../../ui/Checkbox/Checkbox.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary/ErrorSummary.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { useFailureText } from '../../ui/Notice/failure-text.ts'
import { Input } from '../../ui/TextField/Input.tsx'
import { askAuth, outcomeOf } from './auth-api.ts'
import { noteSharedDevice } from './device.ts'
import { PasskeySignIn } from './PasskeySignIn.tsx'
import { PasswordInput } from './PasswordInput.tsx'

export interface SignInValues {
  readonly email: string
  readonly password: string
  readonly shared: boolean
}

interface SignInFormProps {
  values: SignInValues
  onChange: (values: SignInValues) => void
  /** The person is in. */
  onSignedIn: () => void
  /** The password was right; now the second step. */
  onSecondStep: () => void
}

interface Refused {
  readonly email?: string
  readonly password?: string
  /** What is wrong with neither of them. */
  readonly other?: string
}

/**
 * Address and password, or a passkey. It stands without the machinery of other forms: the log-in page is the first
 * thing many people load, and it must be light.
 */
export function SignInForm({ values, onChange, onSignedIn, onSecondStep }: SignInFormProps) {
  const text = useSignInText()
  const ui = useUiText()
  const failureText = useFailureText()
  const id = useId()
  const [refused, setRefused] = useState<Refused>({})
  const [attempts, setAttempts] = useState(0)
  const [busy, setBusy] = useState(false)

  const refuse = (next: Refused) => {
    setRefused(next)
    setAttempts(attempts + 1)
  }
  const send = async () => {
    const email = toDigits(values.email)
    const missing = {
      ...(!email && { email: ui.missing.type(text.email) }),
      ...(!values.password && { password: ui.missing.type(text.password) }),
    }
    if (Object.keys(missing).length > 0) return refuse(missing)
    noteSharedDevice(values.shared)
    setBusy(true)
    const { password, shared } = values
    const answer = await askAuth('/sign-in/email', { email, password, rememberMe: !shared })
    setBusy(false)
    const outcome = outcomeOf(answer, { INVALID_EMAIL_OR_PASSWORD: 'password', INVALID_EMAIL: 'email' })
    if (outcome.kind === 'failed') return refuse({ other: failureText(outcome.failure) })
    if (outcome.kind === 'refused')
      return refuse(
        outcome.problem.message === 'INVALID_EMAIL'
          ? { email: ui.issues.WRONG_FORMAT(text.email) }
          : { password: text.wrong },
      )
    if (outcome.payload.twoFactorRedirect) onSecondStep()
    else onSignedIn()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) void send()
  }

  const items = (['email', 'password'] as const).flatMap((field) => {
    const sentence = refused[field]
    const target = { id: `${id}-${field}`, focus: () => document.getElementById(`${id}-${field}`)?.focus() }
    return sentence ? [{ text: sentence.replace(/。$/, ''), target }] : []
  })
  return (
    <>
      <form className="yui-form" noValidate onSubmit={submit}>
        {attempts > 0 && (items.length > 0 || refused.other) && (
          <ErrorSummary attempts={attempts} title={refused.other ?? ui.places(items.length)} items={items} />
        )}
        <Field id={`${id}-email`} label={text.email} required error={refused.email}>
          {(control) => (
            <Input
              {...control}
              type="email"
              autoComplete="username"
              width="mail"
              value={values.email}
              onChange={(event) => onChange({ ...values, email: event.target.value })}
            />
          )}
        </Field>
        <PasswordInput>
          {(type) => (
            <Field id={`${id}-password`} label={text.password} required error={refused.password}>
              {(control) => (
                <Input
                  {...control}
                  type={type}
                  autoComplete="current-password"
                  width="mail"
                  value={values.password}
                  onChange={(event) => onChange({ ...values, password: event.target.value })}
                />
              )}
            </Field>
          )}
        </PasswordInput>
        <Checkbox
          checked={values.shared}
          support={text.sharedDeviceSupport}
          onChange={(event) => onChange({ ...values, shared: event.target.checked })}
        >
          {text.sharedDevice}
        </Checkbox>
        <div className="yui-form-end">
          <Buttons wide>
            <Button type="submit" kind="main" size="big" busy={busy}>
              {text.submit}
            </Button>
            <Link className="yui-text-button" to="/forgot">
              {text.forgot}
            </Link>
          </Buttons>
        </div>
      </form>
      <PasskeySignIn onSignedIn={onSignedIn} />
    </>
  )
}
