import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, isoOf, today, type DateEntry } from '../../lib/dates.ts'
import { useMembersText } from '../../locales/members.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { ActingStatement } from '../identity/ActingStatement.tsx'

const Revoke = graphql(`
  mutation RevokeCertificate_revoke($input: RecordCertificateInput!) {
    recordCertificate(input: $input) {
      ... on RecordCertificatePayload {
        platform {
          id
          ...ProfileForms_platform
        }
      }
      ...Refusal
    }
  }
`)

interface RevokeCertificateProps {
  platformId: string
  certificate: { number: string; certifiedOn: string; authority: string }
}

/** Writes down that the certificate was taken away; asked once more, because it cannot be given back here. */
export function RevokeCertificate({ platformId, certificate }: RevokeCertificateProps) {
  const { profile: text, leave } = useMembersText()
  const [open, setOpen] = useState(false)
  const revoke = useCommand(Revoke)
  const form = useForm<{ revokedOn: DateEntry }>({ defaultValues: { revokedOn: emptyDate } })
  const { number, certifiedOn, authority } = certificate
  const close = () => setOpen(false)
  return (
    <div className="yui-no-print">
      <Button kind="text" onClick={() => setOpen(true)}>
        {text.revoke}
      </Button>
      <Dialog title={text.revokeTitle(number)} open={open} onClose={close}>
        <p>{text.revokeBody}</p>
        <Form<{ revokedOn: DateEntry }, object>
          form={form}
          submit={({ revokedOn }) =>
            revoke({
              input: { platformId, number, certifiedOn, authority, revokedOn: isoOf(revokedOn) ?? today() },
            })
          }
          onDone={() => {
            announce(text.revoked)
            close()
          }}
        >
          <DateFields name="revokedOn" label={text.revocationDay} required />
          <FormEnd
            submit={text.revokeSubmit}
            statement={<ActingStatement>{text.revokeStatement}</ActingStatement>}
          >
            <Button onClick={close}>{leave}</Button>
          </FormEnd>
        </Form>
      </Dialog>
    </div>
  )
}
