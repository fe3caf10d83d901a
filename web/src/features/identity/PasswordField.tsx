import { useSignInText } from '../../locales/sign-in.ts'
import { TextField, type TextFieldProps } from '../../ui/TextField/TextField.tsx'
import { PasswordInput } from './PasswordInput.tsx'

interface PasswordFieldProps extends Pick<TextFieldProps, 'name' | 'label' | 'support' | 'errors'> {
  /** Whether it is one that exists or one to be chosen, for password managers. */
  kind: 'current' | 'new'
}

/** A password in a form. */
export function PasswordField({ kind, ...field }: PasswordFieldProps) {
  return (
    <PasswordInput>
      {(type) => (
        <TextField
          {...field}
          required
          width="mail"
          type={type}
          autoComplete={kind === 'new' ? 'new-password' : 'current-password'}
        />
      )}
    </PasswordInput>
  )
}

/** A new password, with what makes a good one. */
export function NewPasswordField({ name }: { name: string }) {
  const text = useSignInText()
  return (
    <PasswordField
      kind="new"
      name={name}
      label={text.newPassword}
      support={text.newPasswordSupport}
      errors={text.passwordErrors}
    />
  )
}
