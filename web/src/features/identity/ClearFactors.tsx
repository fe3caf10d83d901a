import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { useViewer } from '../../lib/viewer.ts'
import { usePeopleText } from '../../locales/people.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { TextField } from '../../ui/TextField/TextField.tsx'

const Clear = graphql(`
  mutation ClearFactors_clear($input: ClearSecondFactorsInput!) {
    clearSecondFactors(input: $input) {
      ... on ClearSecondFactorsPayload {
        user {
          id
          authenticatorApp
        }
      }
      ...Refusal
    }
  }
`)

interface ClearFactorsProps {
  userId: string
  name: string
}

/** Help for somebody who lost the phone: takes the second factors away, after a word on who it is. */
export function ClearFactors({ userId, name }: ClearFactorsProps) {
  const text = usePeopleText().factors
  const [open, setOpen] = useState(false)
  const oneself = useViewer()?.user?.id === userId
  const clear = useCommand(Clear)
  const form = useForm({ defaultValues: { reason: '' } })
  const close = () => setOpen(false)
  if (oneself) return null
  return (
    <>
      <Button kind="text" aria-label={`${name} ${text.open}`} onClick={() => setOpen(true)}>
        {text.open}
      </Button>
      <Dialog title={text.title(name)} open={open} onClose={close}>
        <p>{text.body}</p>
        <Form
          form={form}
          submit={({ reason }) => clear({ input: { userId, reason } })}
          onDone={() => {
            close()
            form.hookForm.reset()
            announce(text.done)
          }}
        >
          <TextField
            name="reason"
            label={text.reason}
            support={text.reasonSupport}
            required
            maxLength={500}
          />
          <FormEnd submit={text.submit}>
            <Button onClick={close}>{text.close}</Button>
          </FormEnd>
        </Form>
      </Dialog>
    </>
  )
}
