import { useState, type ReactNode } from 'react'
import type { DefaultValues, FieldValues } from 'react-hook-form'
import { announce } from '../../lib/announce.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useMembersText } from '../../locales/members.ts'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { ActingStatement } from '../identity/ActingStatement.tsx'

interface ActFormProps<Values extends FieldValues, Payload> {
  /** What it does; opens the form. */
  summary: string
  open?: boolean
  defaults: DefaultValues<Values>
  /** The defaults are a record's and change with it. */
  follows?: boolean
  submit: (values: Values) => Promise<Outcome<Payload>>
  /** The verb of the button; the summary unless said. */
  button?: string
  /** What happens then, after the name of who acts. */
  statement?: string
  /** Said when it went through. */
  said?: string
  onDone?: (payload: Payload) => void
  onConflict?: () => void
  children: ReactNode
}

/** One act of the network's keepers: a form that is folded until it is wanted. */
export function ActForm<Values extends FieldValues, Payload>({
  summary,
  open,
  defaults,
  follows,
  submit,
  button,
  statement,
  said,
  onDone,
  onConflict,
  children,
}: ActFormProps<Values, Payload>) {
  const text = useMembersText()
  const [saves, fold] = useState(0)
  const form = useForm<Values>({ defaultValues: defaults, follows })
  return (
    <div className="yui-no-print">
      <Disclosure key={saves} summary={summary} open={open}>
        <Form
          form={form}
          submit={submit}
          onDone={(payload, typedMeanwhile) => {
            announce(said ?? text.saved)
            form.hookForm.reset()
            if (follows && !typedMeanwhile) fold((times) => times + 1)
            onDone?.(payload)
          }}
          onConflict={onConflict}
        >
          {children}
          <FormEnd
            submit={button ?? summary}
            statement={<ActingStatement>{statement ?? text.statement}</ActingStatement>}
          />
        </Form>
      </Disclosure>
    </div>
  )
}
