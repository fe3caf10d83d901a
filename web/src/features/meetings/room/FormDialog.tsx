import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import type { Outcome } from '../../../lib/problems.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { Button } from '../../../ui/Button/Button.tsx'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import type { FormHandle } from '../../../ui/Form/use-form.ts'
import { ActingStatement } from '../../identity/ActingStatement.tsx'

interface FormDialogProps<Values extends FieldValues, Payload> {
  title: string
  form: FormHandle<Values>
  submit: string
  statement: string
  open: boolean
  onClose: () => void
  send: (values: Values) => Promise<Outcome<Payload>>
  onDone: () => void
  children: ReactNode
}

/** A short form over the room: what is asked, as whom, and the verb. It closes when it went through. */
export function FormDialog<Values extends FieldValues, Payload>({
  title,
  form,
  submit,
  statement,
  open,
  onClose,
  send,
  onDone,
  children,
}: FormDialogProps<Values, Payload>) {
  const text = useMeetingsText()
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <Form
        form={form}
        submit={send}
        onDone={() => {
          form.hookForm.reset()
          onClose()
          onDone()
        }}
      >
        {children}
        <FormEnd submit={submit} statement={<ActingStatement>{statement}</ActingStatement>}>
          <Button onClick={onClose}>{text.close}</Button>
        </FormEnd>
      </Form>
    </Dialog>
  )
}
