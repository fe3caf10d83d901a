import { graphql } from '../../generated/gql.ts'
import type { FacilityFilterInput } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { useSearchText } from '../../locales/search.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { CheckboxGroup } from '../../ui/Checkbox/CheckboxGroup.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { TextField } from '../../ui/TextField/TextField.tsx'

const Save = graphql(`
  mutation SaveSearchForm_saveSearch($input: SaveSearchInput!) {
    saveSearch(input: $input) {
      __typename
      ... on SaveSearchPayload {
        savedSearch {
          id
          name
          filter
          notify
          version
        }
      }
      ...Refusal
    }
  }
`)

interface SaveSearchFormProps {
  filter: FacilityFilterInput
  onDone: (name: string) => void
  onCancel: () => void
}

/** Keeps a search under a name. */
export function SaveSearchForm({ filter, onDone, onCancel }: SaveSearchFormProps) {
  const text = useSearchText().save
  const send = useCommand(Save)
  const form = useForm({ defaultValues: { name: '', notify: [] as string[] } })
  return (
    <Form
      form={form}
      submit={({ name, notify }) => send({ input: { name, filter, notify: notify.length > 0 } })}
      onDone={({ savedSearch }) => onDone(savedSearch?.name ?? '')}
    >
      <TextField name="name" label={text.name} support={text.nameSupport} required maxLength={60} />
      <CheckboxGroup name="notify" label={text.notify} options={[{ value: 'yes', label: text.notify }]} />
      <FormEnd submit={text.submit}>
        <Button onClick={onCancel}>{text.cancel}</Button>
      </FormEnd>
    </Form>
  )
}
