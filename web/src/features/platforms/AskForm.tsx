import { useNavigate } from '@tanstack/react-router'
import { graphql } from '../../generated/gql.ts'
import type { FacilityBlock } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { useNetworkText } from '../../locales/network.ts'
import { CheckboxGroup } from '../../ui/Checkbox/CheckboxGroup.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { BLOCKS } from './network-search.ts'

const Ask = graphql(`
  mutation AskForm_request($input: RequestConfirmationInput!) {
    requestConfirmation(input: $input) {
      ... on RequestConfirmationPayload {
        platform {
          id
          confirmationRequestCount(state: OPEN)
        }
        facilityCount
        blockCount
      }
      ...Refusal
    }
  }
`)

/** As many facilities can be picked one by one. */
const MOST_PICKED = 200

interface AskFormProps {
  platformId: string
  /** Facilities that are ticked in the list. */
  picked: readonly { id: string; name: string }[]
  /** The block the list is about. */
  block: FacilityBlock | undefined
}

interface Values {
  whom: 'picked' | 'all'
  blocks: FacilityBlock[]
  note: string
}

/** Asks facilities to confirm blocks of their facts. */
export function AskForm({ platformId, picked, block }: AskFormProps) {
  const networkText = useNetworkText()
  const text = networkText.ask
  const navigate = useNavigate()
  const ask = useCommand(Ask)
  const form = useForm<Values>({
    defaultValues: { whom: 'all', blocks: block ? [block] : [], note: '' },
  })
  const whom = form.hookForm.watch('whom')
  const submit = ({ blocks, note }: Values) =>
    ask({
      input: {
        platformId,
        facilityIds: whom === 'picked' ? picked.slice(0, MOST_PICKED).map(({ id }) => id) : undefined,
        blocks: blocks.length > 0 ? blocks : undefined,
        note: note.trim() === '' ? undefined : note,
        idempotencyKey: crypto.randomUUID(),
      },
    })
  return (
    <Form
      form={form}
      submit={submit}
      onDone={({ facilityCount }) => {
        announce(text.done(facilityCount ?? 0))
        void navigate({ to: '/network/requests', search: { id: platformId } })
      }}
    >
      <RadioGroup
        name="whom"
        label={text.whom}
        required
        options={[
          { value: 'all', label: text.all, support: text.allSupport },
          { value: 'picked', label: text.picked(picked.length), support: text.pickedSupport },
        ]}
      />
      <CheckboxGroup
        name="blocks"
        label={text.blocks}
        support={text.blocksSupport}
        options={BLOCKS.map((value) => ({ value, label: networkText.blocks[value] }))}
      />
      <TextField
        name="note"
        label={text.note}
        support={text.noteSupport}
        maxLength={300}
        errors={{ TOO_LONG: text.noteTooLong }}
      />
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}
