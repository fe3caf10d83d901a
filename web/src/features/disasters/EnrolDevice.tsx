import { graphql } from '../../generated/gql.ts'
import { useCommand } from '../../lib/command.ts'
import { toDigits } from '../../lib/digits.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { keepDeviceSecret } from './device-secret.ts'

const Enrol = graphql(`
  mutation Disaster_enrol($input: EnrolDeviceInput!) {
    enrolDevice(input: $input) {
      ... on EnrolDevicePayload {
        secret
        facilityDevice {
          id
          name
        }
      }
      ...Refusal
    }
  }
`)

const isPin = (typed: string) => /^\d{4,8}$/.test(toDigits(typed))

interface EnrolDeviceProps {
  facilityId: string
  onEnrolled: () => void
}

/** Makes the device one is looking at a device of the facility. */
export function EnrolDevice({ facilityId, onEnrolled }: EnrolDeviceProps) {
  const text = useDisastersText().devices
  const enrol = useCommand(Enrol)
  const form = useForm({ defaultValues: { name: '', pin: '' } })
  return (
    <Form
      form={form}
      submit={({ name, pin }) => enrol({ input: { facilityId, name, pin: toDigits(pin) } })}
      onDone={({ secret }) => {
        if (secret) keepDeviceSecret(secret)
        form.hookForm.reset()
        onEnrolled()
      }}
    >
      <TextField name="name" label={text.name} required support={text.nameSupport} maxLength={40} />
      <TextField
        name="pin"
        label={text.pin}
        required
        inputMode="numeric"
        width="tel"
        clean={toDigits}
        checks={{ WRONG_FORMAT: isPin }}
        errors={{ WRONG_FORMAT: text.pinWrong }}
      />
      <FormEnd submit={text.enrol} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}
