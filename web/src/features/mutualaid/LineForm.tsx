import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'

const Write = graphql(`
  mutation LineForm_write($input: WriteSituationLineInput!) {
    writeSituationLine(input: $input) {
      ... on WriteSituationLinePayload {
        situationLine {
          id
        }
      }
      ...Refusal
    }
  }
`)

interface LineFormProps {
  eventId: string
  called: readonly { facilityId: string; name: string }[]
}

/** Writes one line into the situation log. */
export function LineForm({ eventId, called }: LineFormProps) {
  const text = useMutualaidText().situation.write
  const send = useCommand(Write)
  const defaultValues = { text: '', decision: 'NO', facilityId: '' }
  const form = useForm({ defaultValues })
  return (
    <Form
      form={form}
      submit={(values) =>
        send({
          input: {
            eventId,
            text: values.text,
            decision: values.decision === 'YES',
            at: null,
            facilityId: values.facilityId || null,
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={() => {
        form.hookForm.reset(defaultValues)
        announce(text.done)
      }}
    >
      <TextField name="text" label={text.text} support={text.support} required maxLength={200} />
      <RadioGroup
        name="decision"
        label={text.decision}
        required
        options={[
          { value: 'NO', label: text.isHappening },
          { value: 'YES', label: text.isDecision },
        ]}
      />
      <SelectField
        name="facilityId"
        label={text.facility}
        options={called.map(({ facilityId, name }) => ({ value: facilityId, label: name }))}
      />
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}
