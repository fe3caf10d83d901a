import { graphql } from '../../generated/gql.ts'
import type { AssignmentUrgency, CareNeed } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { toDigits } from '../../lib/digits.ts'
import { useAssignmentText } from '../../locales/assignment.ts'
import { CheckboxGroup } from '../../ui/Checkbox/CheckboxGroup.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'

const Add = graphql(`
  mutation WaitingForm_add($input: AddAssignmentGroupInput!) {
    addAssignmentGroup(input: $input) {
      ... on AddAssignmentGroupPayload {
        assignmentGroup {
          id
          reference
        }
      }
      ...Refusal
    }
  }
`)

const NEEDS: readonly CareNeed[] = [
  'OLDER_PERSON',
  'DISABILITY',
  'PREGNANCY',
  'INFANT',
  'INJURY',
  'INTERNAL_DISORDER',
  'INTRACTABLE_DISEASE',
  'MEDICAL_CARE',
]
const URGENCIES: readonly AssignmentUrgency[] = ['NORMAL', 'SOON', 'FIRST']

interface Values {
  reference: string
  municipalityId: string
  households: string
  urgency: AssignmentUrgency
  persons: string
  needs: CareNeed[]
  equipment: string[]
  companions: string
}

interface WaitingFormProps {
  caseId: string
  municipalities: readonly { id: string; name: string }[]
  equipment: readonly string[]
}

const count = (typed: string) => Number(toDigits(typed))

/** Enters households that wait for a place. */
export function WaitingForm({ caseId, municipalities, equipment }: WaitingFormProps) {
  const words = useAssignmentText()
  const text = words.waiting.form
  const send = useCommand(Add)
  const empty: Values = {
    reference: '',
    municipalityId: '',
    households: '1',
    urgency: 'NORMAL',
    persons: '1',
    needs: [],
    equipment: [],
    companions: '0',
  }
  const form = useForm<Values>({ defaultValues: empty })
  return (
    <Form
      form={form}
      submit={({ reference, municipalityId, households, urgency, persons, companions, ...chosen }) =>
        send({
          input: {
            assignmentCaseId: caseId,
            reference,
            municipalityId,
            households: count(households),
            urgency,
            members: [
              { persons: count(persons), needs: [...chosen.needs], equipment: [...chosen.equipment] },
              ...(count(companions) > 0 ? [{ persons: count(companions), needs: [], equipment: [] }] : []),
            ],
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={() => {
        // The next household usually comes from the same place.
        form.hookForm.reset({ ...empty, municipalityId: form.hookForm.getValues('municipalityId') })
        announce(text.done)
      }}
    >
      <TextField
        name="reference"
        label={text.reference}
        support={text.referenceSupport}
        required
        maxLength={30}
      />
      <SelectField
        name="municipalityId"
        label={text.from}
        required
        options={municipalities.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        name="persons"
        label={text.persons}
        inputMode="numeric"
        required
        width="code"
        errors={text.errors}
      />
      <CheckboxGroup
        name="needs"
        label={text.needs}
        options={NEEDS.map((need) => ({ value: need, label: words.needs[need] }))}
      />
      {equipment.length > 0 && (
        <CheckboxGroup
          name="equipment"
          label={text.equipment}
          options={equipment.map((item) => ({ value: item, label: item }))}
        />
      )}
      <TextField
        name="companions"
        label={text.companions}
        support={text.companionsSupport}
        inputMode="numeric"
        width="code"
      />
      <TextField
        name="households"
        label={text.households}
        inputMode="numeric"
        required
        width="code"
        errors={text.errors}
      />
      <RadioGroup
        name="urgency"
        label={text.urgency}
        support={text.urgencySupport}
        required
        options={URGENCIES.map((urgency) => ({ value: urgency, label: words.urgencies[urgency] }))}
      />
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}
