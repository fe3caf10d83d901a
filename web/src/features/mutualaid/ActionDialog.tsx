import type { ReactNode } from 'react'
import type { DefaultValues, FieldValues } from 'react-hook-form'
import type { Outcome } from '../../lib/problems.ts'
import { announce } from '../../lib/announce.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'

interface ActionDialogProps<Values extends FieldValues, Payload> {
  title: string
  body?: string
  submit: string
  /** Said when it went through. */
  done: string
  defaultValues: DefaultValues<Values>
  send: (values: Values) => Promise<Outcome<Payload>>
  onClose: () => void
  onConflict?: (() => void) | undefined
  children?: ReactNode
}

/** A step that needs a word or a number: a small form in a dialog. */
export function ActionDialog<Values extends FieldValues, Payload>({
  title,
  onClose,
  ...rest
}: ActionDialogProps<Values, Payload>) {
  return (
    <Dialog title={title} open onClose={onClose}>
      <Inner {...rest} onClose={onClose} />
    </Dialog>
  )
}

function Inner<Values extends FieldValues, Payload>({
  body,
  submit,
  done,
  defaultValues,
  send,
  onClose,
  onConflict,
  children,
}: Omit<ActionDialogProps<Values, Payload>, 'title'>) {
  const text = useMutualaidText()
  const form = useForm<Values>({ defaultValues })
  return (
    <Form
      form={form}
      submit={send}
      onDone={() => {
        announce(done)
        onClose()
      }}
      {...(onConflict && { onConflict })}
    >
      {body && <p>{body}</p>}
      {children}
      <FormEnd submit={submit}>
        <Button onClick={onClose}>{text.close}</Button>
      </FormEnd>
    </Form>
  )
}
