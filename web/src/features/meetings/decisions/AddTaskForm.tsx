import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { emptyDate, isoOf, type DateEntry } from '../../../lib/dates.ts'
import { useDecisionsText } from '../../../locales/decisions.ts'
import { DateFields } from '../../../ui/DateFields/DateFields.tsx'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { SelectField } from '../../../ui/Select/SelectField.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'

const Add = graphql(`
  mutation AddTaskForm_add($input: AddDecisionTaskInput!) {
    addDecisionTask(input: $input) {
      ... on AddDecisionTaskPayload {
        decision {
          id
          openTasks
          ...TaskList_decision
        }
      }
      ...Refusal
    }
  }
`)

interface AddTaskFormProps {
  decisionId: string
  /** Members that can be given a task. */
  members: readonly { id: string; name: string }[]
  onDone: () => void
}

interface Values {
  title: string
  owner: string
  dueOn: DateEntry
}

const SECRETARIAT = 'SECRETARIAT'

/** Says what has to be done because of a decision. */
export function AddTaskForm({ decisionId, members, onDone }: AddTaskFormProps) {
  const text = useDecisionsText()
  const add = useCommand(Add)
  const form = useForm<Values>({ defaultValues: { title: '', owner: '', dueOn: emptyDate } })
  return (
    <Form
      form={form}
      submit={({ title, owner, dueOn }) =>
        add({
          input: {
            decisionId,
            title,
            corporationId: owner === SECRETARIAT ? null : owner,
            dueOn: isoOf(dueOn) ?? '',
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={() => {
        announce(text.taskAdded)
        form.hookForm.reset()
        onDone()
      }}
    >
      <TextField
        name="title"
        label={text.taskTitle}
        support={text.taskTitleSupport}
        required
        maxLength={120}
      />
      <SelectField
        name="owner"
        label={text.taskOwner}
        required
        options={[
          { value: SECRETARIAT, label: text.secretariat },
          ...members.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <DateFields name="dueOn" label={text.taskDue} required />
      <FormEnd submit={text.taskAdd} statement={<ActingStatement>{text.taskStatement}</ActingStatement>} />
    </Form>
  )
}
