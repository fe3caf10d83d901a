import { useState } from 'react'
import { sessionChanged } from '../../lib/session.ts'
import { useAccountText } from '../../locales/account.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { keepNews, isNews } from './account-news.ts'
import { askAuth, outcomeOf } from './auth-api.ts'
import { BackupCodes } from './BackupCodes.tsx'
import { EnrolApp, type Enrolment } from './EnrolApp.tsx'
import { PasswordField } from './PasswordField.tsx'
import { SignInAgain } from './SignInAgain.tsx'

type Step = 'rest' | 'askForSetUp' | 'askForCodes' | 'askForRemoval' | Enrolment | { backupCodes: string[] }

interface AuthenticatorAppProps {
  /** Whether an app is asked for when signing in. */
  enrolled: boolean
}

/** The authenticator app as second step: set up, new backup codes, take away. */
export function AuthenticatorApp({ enrolled }: AuthenticatorAppProps) {
  const text = useAccountText().app
  const [step, setStep] = useState<Step>('rest')
  const [news] = useState(() => (isNews('enrolled') ? text.enrolled : isNews('appRemoved') && text.removed))
  const rest = () => setStep('rest')

  if (typeof step === 'object' && 'uri' in step)
    return (
      <EnrolApp
        enrolment={step}
        onClose={rest}
        onDone={() => {
          keepNews('enrolled')
          sessionChanged()
        }}
      />
    )
  return (
    <>
      {news && (
        <Notice kind="done">
          <p>{news}</p>
        </Notice>
      )}
      <p>{text.why}</p>
      <p>
        <b className="prose-strong">{enrolled ? text.on : text.off}</b>
      </p>
      {typeof step === 'object' && (
        <>
          <p>{text.newCodesDone}</p>
          <BackupCodes codes={step.backupCodes} />
        </>
      )}
      {step === 'askForSetUp' && (
        <AskPassword
          path="/two-factor/enable"
          submit={text.next}
          onClose={rest}
          onDone={({ totpURI, backupCodes }) =>
            setStep({ uri: String(totpURI), backupCodes: backupCodes as string[] })
          }
        />
      )}
      {step === 'askForCodes' && (
        <AskPassword
          path="/two-factor/generate-backup-codes"
          submit={text.newCodes}
          onClose={rest}
          onDone={({ backupCodes }) => setStep({ backupCodes: backupCodes as string[] })}
        />
      )}
      <Dialog title={text.removeTitle} open={step === 'askForRemoval'} onClose={rest}>
        <p>{text.removeBody}</p>
        <AskPassword
          path="/two-factor/disable"
          submit={text.remove}
          onClose={rest}
          onDone={() => {
            keepNews('appRemoved')
            sessionChanged()
          }}
        />
      </Dialog>
      {(step === 'rest' || typeof step === 'object') && (
        <Buttons>
          {enrolled ? (
            <>
              <Button onClick={() => setStep('askForCodes')}>{text.newCodes}</Button>
              <Button kind="danger" onClick={() => setStep('askForRemoval')}>
                {text.remove}
              </Button>
            </>
          ) : (
            <Button kind="main" onClick={() => setStep('askForSetUp')}>
              {text.setUp}
            </Button>
          )}
        </Buttons>
      )}
    </>
  )
}

interface AskPasswordProps {
  /** What the authentication is asked to do. */
  path: string
  submit: string
  onClose: () => void
  onDone: (data: Readonly<Record<string, unknown>>) => void
}

/** Does something about second factors that takes the password. */
function AskPassword({ path, submit, onClose, onDone }: AskPasswordProps) {
  const text = useAccountText()
  const form = useForm({ defaultValues: { password: '' } })
  const [useItFirst, setUseItFirst] = useState(false)
  if (useItFirst)
    return (
      <Notice kind="bad">
        <p>{text.app.useItFirst}</p>
        <SignInAgain />
      </Notice>
    )
  return (
    <Form
      form={form}
      submit={async ({ password }) => {
        const answer = await askAuth(path, { password })
        if (answer?.code === 'SECOND_FACTOR_REQUIRED') setUseItFirst(true)
        return outcomeOf(answer, { INVALID_PASSWORD: 'password' })
      }}
      onDone={onDone}
    >
      <p>{text.app.askPassword}</p>
      <PasswordField
        kind="current"
        name="password"
        label={text.password.current}
        errors={{ INVALID_PASSWORD: text.password.wrong }}
      />
      <FormEnd submit={submit}>
        <Button onClick={onClose}>{text.app.close}</Button>
      </FormEnd>
    </Form>
  )
}
