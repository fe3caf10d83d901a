import { useState } from 'react'
import { askAuth, outcomeOf } from '../../features/identity/auth-api.ts'
import { toDigits } from '../../lib/digits.ts'
import { useSignInText } from '../../locales/sign-in.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'

/** Asks for a link to set a new password. The answer is the same whether or not there is an account. */
export function ForgotPage() {
  const text = useSignInText()
  const { forgotPage } = text
  const [sent, setSent] = useState(false)
  const form = useForm({ defaultValues: { email: '' } })
  if (sent)
    return (
      <>
        <PageHead title={forgotPage.sent} lead={<p>{forgotPage.sentBody}</p>} />
        <LinkButton to="/login">{forgotPage.back}</LinkButton>
      </>
    )
  return (
    <>
      <PageHead title={forgotPage.title} lead={<p>{forgotPage.lead}</p>} />
      <Form
        form={form}
        submit={async ({ email }) =>
          outcomeOf(await askAuth('/request-password-reset', { email }), { VALIDATION_ERROR: 'email' })
        }
        onDone={() => setSent(true)}
      >
        <TextField
          name="email"
          label={text.email}
          type="email"
          autoComplete="username"
          width="mail"
          required
          clean={toDigits}
        />
        <FormEnd submit={forgotPage.submit}>
          <Link className="yui-text-button" to="/login">
            {forgotPage.back}
          </Link>
        </FormEnd>
      </Form>
    </>
  )
}
