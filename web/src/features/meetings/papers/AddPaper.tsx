import { useQuery } from 'urql'
import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { Loaded } from '../../../ui/Loading/Loaded.tsx'
import { SelectField } from '../../../ui/Select/SelectField.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'

const Add = graphql(`
  mutation AddPaper_add($input: AddAgendaPaperInput!) {
    addAgendaPaper(input: $input) {
      ... on AddAgendaPaperPayload {
        agendaPaper {
          id
        }
        document {
          id
        }
      }
      ...Refusal
    }
  }
`)

const Attach = graphql(`
  mutation AddPaper_attach($input: AttachAgendaPaperInput!) {
    attachAgendaPaper(input: $input) {
      ... on AttachAgendaPaperPayload {
        agendaPaper {
          id
        }
      }
      ...Refusal
    }
  }
`)

const Shelf = graphql(`
  query AddPaper_shelf($platformId: ID!) {
    documents(platformId: $platformId, first: 100) {
      nodes {
        id
        title
        audience
        latestNumber
      }
    }
  }
`)

/** Makes a place for a new paper; its file follows. */
export function NewPaper({ itemId, onPlaced }: { itemId: string; onPlaced: (paperId: string) => void }) {
  const text = useMeetingsText().papers
  const add = useCommand(Add)
  const form = useForm({ defaultValues: { title: '' } })
  return (
    <Form
      form={form}
      submit={({ title }) =>
        add({ input: { agendaItemId: itemId, title, idempotencyKey: crypto.randomUUID() } })
      }
      onDone={({ agendaPaper }) => {
        form.hookForm.reset()
        announce(text.placed)
        onPlaced(agendaPaper?.id ?? '')
      }}
    >
      <TextField name="title" label={text.newTitle} support={text.newTitleSupport} required maxLength={200} />
      <FormEnd submit={text.newSubmit} statement={<ActingStatement>{text.newStatement}</ActingStatement>} />
    </Form>
  )
}

interface PaperOfShelfProps {
  itemId: string
  platformId: string
  /** Documents that lie before the item already. */
  lying: ReadonlySet<string>
  onAttached: () => void
}

/** Lays a document of the shelf before an item. */
export function PaperOfShelf({ itemId, platformId, lying, onAttached }: PaperOfShelfProps) {
  const text = useMeetingsText().papers
  const attach = useCommand(Attach)
  const [result, readAgain] = useQuery({ query: Shelf, variables: { platformId } })
  const form = useForm({ defaultValues: { documentId: '' } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={3}>
      {({ documents }) => {
        const offered = documents.nodes.filter(
          ({ id, audience, latestNumber }) => audience === 'MEMBERS' && latestNumber > 0 && !lying.has(id),
        )
        if (offered.length === 0) return <p>{text.shelfNone}</p>
        return (
          <Form
            form={form}
            submit={({ documentId }) => attach({ input: { agendaItemId: itemId, documentId } })}
            onDone={() => {
              form.hookForm.reset()
              announce(text.attached)
              onAttached()
            }}
          >
            <SelectField
              name="documentId"
              label={text.shelfLabel}
              support={text.shelfSupport}
              required
              options={offered.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <FormEnd
              submit={text.shelfSubmit}
              statement={<ActingStatement>{text.shelfStatement}</ActingStatement>}
            />
          </Form>
        )
      }}
    </Loaded>
  )
}
