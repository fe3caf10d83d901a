import { useState } from 'react'
import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { useMinutesText } from '../../../locales/minutes.ts'
import { Button } from '../../../ui/Button/Button.tsx'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { TextAreaField } from '../../../ui/TextArea/TextAreaField.tsx'

const Back = graphql(`
  mutation TakeBack_back($input: TakeMinutesBackInput!) {
    takeMinutesBack(input: $input) {
      ... on TakeMinutesBackPayload {
        minutes {
          id
          state
          version
          contentHash
          ...SignerList_minutes
          ...MinutesForm_minutes
        }
      }
      ...Refusal
    }
  }
`)

interface TakeBackProps {
  minutesId: string
  version: number
  onConflict: () => void
}

/** Takes minutes back that not all have signed; signatures are void then. */
export function TakeBack({ minutesId, version, onConflict }: TakeBackProps) {
  const text = useMinutesText().back
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.open}</Button>
      <Dialog title={text.title} open={open} onClose={() => setOpen(false)}>
        <p>{text.body}</p>
        <BackForm
          minutesId={minutesId}
          version={version}
          onConflict={onConflict}
          onClose={() => setOpen(false)}
        />
      </Dialog>
    </>
  )
}

function BackForm({ minutesId, version, onConflict, onClose }: TakeBackProps & { onClose: () => void }) {
  const text = useMinutesText().back
  const back = useCommand(Back)
  const form = useForm({ defaultValues: { reason: '' } })
  return (
    <Form
      form={form}
      submit={({ reason }) => back({ input: { minutesId, reason, version } })}
      onDone={() => {
        announce(text.done)
        onClose()
      }}
      onConflict={onConflict}
    >
      <TextAreaField
        name="reason"
        label={text.reason}
        support={text.reasonSupport}
        required
        maxLength={300}
        rows={3}
      />
      <FormEnd submit={text.submit}>
        <Button onClick={onClose}>{text.close}</Button>
      </FormEnd>
    </Form>
  )
}
