import { DESTINATIONS, type Destination } from '../../../../api/src/modules/intake/rules/entries.ts'
import type { Person } from '../../../../api/src/modules/intake/rules/people.ts'
import { checkOut } from '../../../../api/src/modules/intake/rules/writing.ts'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { useIntakeText } from '../../locales/intake.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import type { AtDesk } from './desk.ts'

/** A person leaves, and where to. */
export function LeaveForm({ desk, person, onDone }: { desk: AtDesk; person: Person; onDone: () => void }) {
  const text = useIntakeText()
  const form = useForm({ defaultValues: { destination: '', note: '' } })
  return (
    <Form
      form={form}
      submit={({ destination, note }) =>
        desk.write([checkOut(desk.pen, person, destination as Destination, note.trim() || null)])
      }
      onDone={onDone}
    >
      <RadioGroup
        name="destination"
        label={text.destination}
        required
        options={DESTINATIONS.map((destination) => ({
          value: destination,
          label: text.destinations[destination],
        }))}
      />
      <TextField name="note" label={text.destinationNote} maxLength={200} />
      <FormEnd submit={text.checkOut} />
    </Form>
  )
}

export const ProposeTransfer = graphql(`
  mutation ProposeTransfer($input: ProposeTransferInput!) {
    proposeTransfer(input: $input) {
      ... on ProposeTransferPayload {
        transfer
      }
      ...Refusal
    }
  }
`)

interface TransferFormProps {
  openingId: string
  person: Person
  others: readonly { readonly openingId: string; readonly name: string }[]
  onDone: () => void
}

/** Another shelter is asked to take the person in. */
export function TransferForm({ openingId, person, others, onDone }: TransferFormProps) {
  const text = useIntakeText()
  const send = useCommand(ProposeTransfer)
  const form = useForm({ defaultValues: { to: '' } })
  if (others.length === 0) return <p>{text.noOthers}</p>
  return (
    <Form
      form={form}
      submit={({ to }) => send({ input: { openingId, personKey: person.id, toOpeningId: to } })}
      onDone={() => {
        announce(text.transferAsked)
        onDone()
      }}
    >
      <SelectField
        name="to"
        label={text.transferTo}
        required
        options={others.map(({ openingId: value, name }) => ({ value, label: name }))}
      />
      <FormEnd submit={text.transferAsk} />
    </Form>
  )
}
