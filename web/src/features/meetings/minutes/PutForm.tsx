import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { useMinutesText } from '../../../locales/minutes.ts'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { Section } from '../../../ui/Page/Page.tsx'
import { SelectField } from '../../../ui/Select/SelectField.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'

const Put = graphql(`
  mutation PutForm_put($input: PutMinutesToSignersInput!) {
    putMinutesToSigners(input: $input) {
      ... on PutMinutesToSignersPayload {
        minutes {
          id
          state
          version
          contentHash
          ...MinutesPaper_minutes
          ...SignerList_minutes
        }
      }
      ...Refusal
    }
  }
`)

interface PutFormProps {
  minutesId: string
  version: number
  /** Voters who were there, without the chair. */
  voters: readonly { id: string; name: string }[]
  /** Signers of the time before it was taken back. */
  before: readonly string[]
  isOver: boolean
  onConflict: () => void
}

/** Puts the draft before the chair and two signers. */
export function PutForm({ minutesId, version, voters, before, isOver, onConflict }: PutFormProps) {
  const text = useMinutesText().put
  const put = useCommand(Put)
  const [first = '', second = ''] = before
  const form = useForm({ defaultValues: { first, second } })
  const options = voters.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Section title={text.title}>
      <p>{isOver ? text.lead : text.notOver}</p>
      {isOver && (
        <Form
          form={form}
          submit={(values) =>
            put({ input: { minutesId, signerIds: [values.first, values.second], version } })
          }
          onDone={() => announce(text.done)}
          onConflict={onConflict}
        >
          <SelectField name="first" label={text.first} required options={options} />
          <SelectField name="second" label={text.second} required options={options} />
          <p className="prose-note">{text.note}</p>
          <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
        </Form>
      )}
    </Section>
  )
}
