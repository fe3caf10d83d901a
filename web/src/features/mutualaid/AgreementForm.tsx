import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, isoOf } from '../../lib/dates.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { shortName } from '../../locales/short-name.ts'
import { CheckboxGroup } from '../../ui/Checkbox/CheckboxGroup.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ShelfPaperField } from '../files/ShelfPaperField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'

const Record = graphql(`
  mutation AgreementForm_record($input: RecordMutualAidAgreementInput!) {
    recordMutualAidAgreement(input: $input) {
      ... on RecordMutualAidAgreementPayload {
        mutualAidAgreement {
          id
        }
      }
      ...Refusal
    }
  }
`)

interface AgreementFormProps {
  platformId: string
  members: readonly { id: string; name: string }[]
}

/** Writes down a mutual-aid agreement. */
export function AgreementForm({ platformId, members }: AgreementFormProps) {
  const text = useMutualaidText().agreements.add
  const send = useCommand(Record)
  const defaultValues = {
    name: '',
    block: '',
    what: '',
    validFrom: emptyDate,
    validTo: emptyDate,
    documentId: '',
    corporationIds: [] as string[],
    others: '',
  }
  const form = useForm({ defaultValues })
  return (
    <Form
      form={form}
      submit={({ name, block, what, validFrom, validTo, documentId, corporationIds, others }) =>
        send({
          input: {
            platformId,
            name,
            block,
            what,
            validFrom: isoOf(validFrom) ?? '',
            validTo: isoOf(validTo),
            documentId: documentId || null,
            corporationIds,
            otherParties: others
              .split(/[\u3001,]/)
              .map((one) => one.trim())
              .filter((one) => one !== ''),
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={() => {
        form.hookForm.reset(defaultValues)
        announce(text.done)
      }}
    >
      <TextField name="name" label={text.name} required maxLength={80} />
      <TextField name="block" label={text.block} support={text.blockSupport} maxLength={40} width="name" />
      <TextField name="what" label={text.what} required maxLength={500} />
      <DateFields name="validFrom" label={text.validFrom} required />
      <DateFields name="validTo" label={text.validTo} />
      <CheckboxGroup
        name="corporationIds"
        label={text.members}
        options={members.map(({ id, name }) => ({ value: id, label: shortName(name) }))}
      />
      <TextField name="others" label={text.others} support={text.othersSupport} maxLength={300} />
      <ShelfPaperField name="documentId" label={text.paper} platformId={platformId} />
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}
