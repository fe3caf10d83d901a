import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { useDecisionsText } from '../../../locales/decisions.ts'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { SelectField } from '../../../ui/Select/SelectField.tsx'

const Supersede = graphql(`
  mutation SupersedeForm_supersede($input: SupersedeDecisionInput!) {
    supersedeDecision(input: $input) {
      ... on SupersedeDecisionPayload {
        decision {
          id
          version
          ...AppliedRule_decision
        }
      }
      ...Refusal
    }
  }
`)

interface SupersedeFormProps {
  decision: { id: string; version: number }
  /** Later, carried decisions of the same register. */
  later: readonly { id: string; label: string; title: string }[]
  onConflict: () => void
}

/** Notes that a later decision has taken the place of this one. */
export function SupersedeForm({ decision, later, onConflict }: SupersedeFormProps) {
  const text = useDecisionsText()
  const send = useCommand(Supersede)
  const form = useForm({ defaultValues: { by: '' } })
  if (later.length === 0) return <p className="prose-note">{text.supersedeNone}</p>
  return (
    <Form
      form={form}
      submit={({ by }) =>
        send({ input: { decisionId: decision.id, supersededById: by, version: decision.version } })
      }
      onDone={() => announce(text.superseded)}
      onConflict={onConflict}
    >
      <p className="prose-note">{text.supersedeBody}</p>
      <SelectField
        name="by"
        label={text.supersedeWhich}
        required
        options={later.map(({ id, label, title }) => ({ value: id, label: `${label}　${title}` }))}
      />
      <FormEnd submit={text.supersede} />
    </Form>
  )
}
