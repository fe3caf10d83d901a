import { useState } from 'react'
import { askAuth, outcomeOf } from '../../features/identity/auth-api.ts'
import { NewPasswordField } from '../../features/identity/PasswordField.tsx'
import type { Outcome } from '../../lib/problems.ts'
import { useSignInText } from '../../locales/sign-in.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const PASSWORD_CODES = Object.fromEntries(
  ['PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG', 'PASSWORD_TOO_COMMON'].map((code) => [code, 'password']),
)

type State = 'open' | 'done' | 'badLink'

/** Sets a new password by the secret of a mail's link, which stands after the # and never leaves for a log. */
export function ResetPage() {
  const text = useSignInText().resetPage
  const [token] = useState(() => window.location.hash.slice(1))
  const [state, setState] = useState<State>(token ? 'open' : 'badLink')
  const form = useForm({ defaultValues: { password: '' } })

  const submit = async ({ password }: { password: string }): Promise<Outcome<object>> => {
    const answer = await askAuth('/reset-password', { newPassword: password, token })
    if (answer?.code === 'INVALID_TOKEN') {
      setState('badLink')
      return { kind: 'failed', failure: { kind: 'NOT_FOUND' } }
    }
    return outcomeOf(answer, PASSWORD_CODES)
  }
  if (state === 'badLink')
    return (
      <>
        <PageHead title={text.title} lead={<p>{text.badLink}</p>} />
        <LinkButton to="/forgot" kind="main">
          {text.askAgain}
        </LinkButton>
      </>
    )
  if (state === 'done')
    return (
      <>
        <PageHead title={text.done} lead={<p>{text.doneBody}</p>} />
        <SignInLink />
      </>
    )
  return (
    <>
      <PageHead title={text.title} />
      <Form form={form} submit={submit} onDone={() => setState('done')}>
        <NewPasswordField name="password" />
        <FormEnd submit={text.submit} />
      </Form>
    </>
  )
}

function SignInLink() {
  const text = useSignInText()
  return (
    <LinkButton to="/login" kind="main">
      {text.submit}
    </LinkButton>
  )
}
