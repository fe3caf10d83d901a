import { useState } from 'react'
import { sessionChanged } from '../../lib/session.ts'
import { useAccountText } from '../../locales/account.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { askAuth, outcomeOf } from './auth-api.ts'
import { keepNews, isNews } from './account-news.ts'
import { NewPasswordField, PasswordField } from './PasswordField.tsx'

const FIELDS = {
  INVALID_PASSWORD: 'current',
  PASSWORD_TOO_SHORT: 'next',
  PASSWORD_TOO_LONG: 'next',
  PASSWORD_TOO_COMMON: 'next',
}

/** Replaces the password; every other session ends. */
export function PasswordForm() {
  const text = useAccountText().password
  const [done] = useState(() => isNews('password'))
  const form = useForm({ defaultValues: { current: '', next: '' } })
  return (
    <>
      {done && (
        <Notice kind="done">
          <p>{text.done}</p>
        </Notice>
      )}
      <Form
        form={form}
        submit={async ({ current, next }) =>
          outcomeOf(
            await askAuth('/change-password', { currentPassword: current, newPassword: next }),
            FIELDS,
          )
        }
        onDone={() => {
          keepNews('password')
          sessionChanged()
        }}
      >
        <PasswordField
          kind="current"
          name="current"
          label={text.current}
          errors={{ INVALID_PASSWORD: text.wrong }}
        />
        <NewPasswordField name="next" />
        <FormEnd submit={text.submit} />
      </Form>
    </>
  )
}
