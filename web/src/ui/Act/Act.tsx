import { useState, type ReactNode } from 'react'
import type { DefaultValues, FieldValues } from 'react-hook-form'
import { announce } from '../../lib/announce.ts'
import type { Outcome } from '../../lib/problems.ts'
import { Button } from '../Button/Button.tsx'
import { Dialog } from '../Dialog/Dialog.tsx'
import { Form } from '../Form/Form.tsx'
import { FormEnd } from '../Form/FormEnd.tsx'
import { useForm } from '../Form/use-form.ts'

interface ActProps<Values extends FieldValues, Payload> {
  /** The words of the button that opens the form. */
  button: string
  /** Of what it is, for screen readers, where several buttons say the same. */
  of?: string
  kind?: 'main' | 'plain' | 'text'
  title: string
  values: DefaultValues<Values>
  submit: (values: Values) => Promise<Outcome<Payload>>
  /** The verb of the button that sends it, and the way out. */
  save: string
  leave: string
  /** What is said when it went through. */
  said: string
  statement?: ReactNode
  onDone: () => void
  children: ReactNode
}

/** A button, and behind it a form in a dialog that begins anew whenever it is opened. */
export function Act<Values extends FieldValues, Payload>(props: ActProps<Values, Payload>) {
  const { button, of, kind = 'plain', title } = props
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind={kind} onClick={() => setOpen(true)}>
        {button}
        {of && <span className="sr-only">（{of}）</span>}
      </Button>
      <Dialog title={title} open={open} onClose={() => setOpen(false)}>
        {open && <ActForm {...props} onClose={() => setOpen(false)} />}
      </Dialog>
    </>
  )
}

function ActForm<Values extends FieldValues, Payload>({
  values,
  submit,
  save,
  leave,
  said,
  statement,
  onDone,
  onClose,
  children,
}: ActProps<Values, Payload> & { onClose: () => void }) {
  const form = useForm<Values>({ defaultValues: values })
  return (
    <Form
      form={form}
      submit={submit}
      onConflict={onDone}
      onDone={() => {
        announce(said)
        onClose()
        onDone()
      }}
    >
      {children}
      <FormEnd submit={save} statement={statement}>
        <Button onClick={onClose}>{leave}</Button>
      </FormEnd>
    </Form>
  )
}
