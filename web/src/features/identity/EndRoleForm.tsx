import { graphql } from '../../generated/gql.ts'
import { useCommand } from '../../lib/command.ts'
import { readDate, today, toEntry, type DateEntry } from '../../lib/dates.ts'
import { usePeopleText } from '../../locales/people.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { ActingStatement } from './ActingStatement.tsx'
import { dayBefore } from './days.ts'

const End = graphql(`
  mutation EndRoleForm_end($input: EndRoleInput!) {
    endRole(input: $input) {
      ... on EndRolePayload {
        roleAssignment {
          id
          endsOn
          held
          version
        }
      }
      ...Refusal
    }
  }
`)

interface EndRoleFormProps {
  role: { id: string; version: number; endsOn?: string | null }
  onClose: () => void
  onDone: () => void
}

interface Values {
  when: 'day' | 'now'
  day: DateEntry
}

/** Ends a role on a day, or at once. */
export function EndRoleForm({ role, onClose, onDone }: EndRoleFormProps) {
  const text = usePeopleText().end
  const end = useCommand(End)
  const form = useForm<Values>({
    defaultValues: { when: 'day', day: toEntry(role.endsOn ?? today()) },
  })
  const atOnce = form.hookForm.watch('when') === 'now'

  const submit = ({ when, day }: Values) => {
    const read = readDate(day)
    const endsOn = when === 'now' || !('iso' in read) ? dayBefore(today()) : read.iso
    return end({ input: { roleAssignmentId: role.id, version: role.version, endsOn } })
  }
  return (
    <Form form={form} submit={submit} onDone={onDone}>
      <RadioGroup
        name="when"
        label={text.choice}
        required
        options={[
          { value: 'day', label: text.onDay },
          { value: 'now', label: text.now, support: text.nowSupport },
        ]}
      />
      {!atOnce && <DateFields name="day" label={text.day} required />}
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>}>
        <Button onClick={onClose}>{text.close}</Button>
      </FormEnd>
    </Form>
  )
}
