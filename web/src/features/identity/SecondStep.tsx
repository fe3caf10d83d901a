import { useState } from 'react'
import { toDigits } from '../../lib/digits.ts'
import { useSignInText } from '../../locales/sign-in.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { askAuth, outcomeOf } from './auth-api.ts'

interface SecondStepProps {
  onSignedIn: () => void
  /** Back to address and password. */
  onAgain: () => void
}

const ENDED = ['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE']
const toCode = Object.fromEntries(
  [...ENDED, 'INVALID_CODE', 'INVALID_BACKUP_CODE', 'ACCOUNT_TEMPORARILY_LOCKED'].map((code) => [
    code,
    'code',
  ]),
)

/** The second step of signing in: the code of the app, or a backup code. */
export function SecondStep({ onSignedIn, onAgain }: SecondStepProps) {
  const text = useSignInText().second
  const [backup, setBackup] = useState(false)
  const form = useForm({ defaultValues: { code: '' } })
  const submit = async ({ code }: { code: string }) => {
    const answer = backup
      ? await askAuth('/two-factor/verify-backup-code', { code: toDigits(code) })
      : await askAuth('/two-factor/verify-totp', { code: toDigits(code).replace(/\D/g, '') })
    return outcomeOf(answer, toCode)
  }
  const change = () => {
    setBackup(!backup)
    form.hookForm.reset()
  }
  return (
    <Form form={form} submit={submit} onDone={onSignedIn}>
      <TextField
        key={backup ? 'backup' : 'app'}
        name="code"
        label={backup ? text.backup : text.code}
        support={backup ? text.backupSupport : text.codeSupport}
        required
        width="code"
        autoComplete="one-time-code"
        clean={toDigits}
        {...(!backup && { inputMode: 'numeric' as const })}
        errors={{
          INVALID_CODE: text.wrongCode,
          INVALID_BACKUP_CODE: text.wrongBackup,
          ACCOUNT_TEMPORARILY_LOCKED: text.locked,
          ...Object.fromEntries(ENDED.map((code) => [code, text.startAgain])),
        }}
      />
      <FormEnd submit={text.submit}>
        <Button onClick={onAgain}>{text.again}</Button>
      </FormEnd>
      <Button kind="text" onClick={change}>
        {backup ? text.useApp : text.useBackup}
      </Button>
    </Form>
  )
}
