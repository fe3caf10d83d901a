import { useEffect, useState } from 'react'
import { toDigits } from '../../lib/digits.ts'
import { useAccountText } from '../../locales/account.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Prose } from '../../ui/Page/Page.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { askAuth, outcomeOf } from './auth-api.ts'
import { BackupCodes } from './BackupCodes.tsx'

/** What the authentication gives for setting up an app. */
export interface Enrolment {
  readonly uri: string
  readonly backupCodes: readonly string[]
}

interface EnrolAppProps {
  enrolment: Enrolment
  onClose: () => void
  onDone: () => void
}

/** Scan, keep the backup codes, show that it works. The app counts only after the last step. */
export function EnrolApp({ enrolment: { uri, backupCodes }, onClose, onDone }: EnrolAppProps) {
  const text = useAccountText().app
  const form = useForm({ defaultValues: { code: '' } })
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return (
    <Prose>
      <h3>{text.scanTitle}</h3>
      <p>{text.scan}</p>
      <QrCode text={uri} label={text.scanAlt} />
      <p>{text.key}</p>
      <p className="font-mono break-all">{secret.match(/.{1,4}/g)?.join(' ')}</p>
      <h3>{text.keepTitle}</h3>
      <p>{text.keep}</p>
      <BackupCodes codes={backupCodes} />
      <h3>{text.codeTitle}</h3>
      <Form
        form={form}
        submit={async ({ code }) =>
          outcomeOf(await askAuth('/two-factor/verify-totp', { code: toDigits(code).replace(/\D/g, '') }), {
            INVALID_CODE: 'code',
          })
        }
        onDone={onDone}
      >
        <TextField
          name="code"
          label={text.code}
          support={text.codeSupport}
          required
          width="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          clean={toDigits}
          errors={{ INVALID_CODE: text.wrongCode }}
        />
        <FormEnd submit={text.finish}>
          <Button onClick={onClose}>{text.close}</Button>
        </FormEnd>
      </Form>
    </Prose>
  )
}

/** A two-dimensional code, drawn here so that the secret goes nowhere. */
function QrCode({ text, label }: { text: string; label: string }) {
  const [modules, setModules] = useState<{ size: number; path: string }>()
  useEffect(() => {
    let unmounted = false
    void import('qrcode').then(({ create }) => {
      const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
      const dark = [...data].flatMap((bit, place) =>
        bit ? [`M${place % size} ${Math.floor(place / size)}h1v1h-1z`] : [],
      )
      if (!unmounted) setModules({ size, path: dark.join('') })
    })
    return () => {
      unmounted = true
    }
  }, [text])
  if (!modules) return null
  const { size, path } = modules
  return (
    <svg role="img" aria-label={label} viewBox={`-4 -4 ${size + 8} ${size + 8}`} className="w-56 bg-white">
      <path d={path} fill="#000" />
    </svg>
  )
}
