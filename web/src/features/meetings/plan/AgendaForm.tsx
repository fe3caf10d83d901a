import { useWatch } from 'react-hook-form'
import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import type { AgendaKind } from '../../../generated/graphql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'
import { RowsField } from '../../registry/edit/RowsField.tsx'
import { MotionFields, type ResolutionChoice } from './MotionFields.tsx'

const AgendaForm_meeting = graphql(`
  fragment AgendaForm_meeting on Meeting {
    id
    version
    title
    items(first: 60) {
      nodes {
        id
        kind
        title
        text
        presenter
        resolutionKind
      }
    }
  }
`)

const AgendaForm_rules = graphql(`
  fragment AgendaForm_rules on MeetingRules {
    organs {
      organ
      resolutions {
        code
        name
        clause
      }
    }
  }
`)

const EditAgenda = graphql(`
  mutation AgendaForm_edit($input: EditAgendaInput!) {
    editAgenda(input: $input) {
      ... on EditAgendaPayload {
        meeting {
          id
          itemCount
          ...AgendaForm_meeting
        }
      }
      ...Refusal
    }
  }
`)

interface Row {
  id: string
  kind: AgendaKind
  title: string
  text: string
  presenter: string
  resolutionKind: string
}

interface AgendaFormProps {
  meeting: FragmentType<typeof AgendaForm_meeting>
  organ: string
  rules: FragmentType<typeof AgendaForm_rules>
  onConflict: () => void
}

/** As many items fit on an agenda. */
const MOST = 60

/** The agenda of a draft: its items in order, with what each asks for. */
export function AgendaForm({ meeting: given, organ, rules, onConflict }: AgendaFormProps) {
  const text = useMeetingsText().agenda
  const meeting = readFragment(AgendaForm_meeting, given)
  const kinds =
    readFragment(AgendaForm_rules, rules).organs.find((one) => one.organ === organ)?.resolutions ?? []
  const edit = useCommand(EditAgenda)
  const form = useForm<{ items: Row[] }>({
    defaultValues: {
      items: meeting.items.nodes.map((item) => ({
        id: item.id,
        kind: item.kind,
        title: item.title,
        text: item.text,
        presenter: item.presenter,
        resolutionKind: item.resolutionKind ?? '',
      })),
    },
    draft: {
      key: `meeting:agenda:${meeting.id}`,
      title: text.draftOf(meeting.title),
      path: `/network/meetings/${meeting.id}/edit`,
    },
  })
  const usual = kinds[0]?.code ?? ''
  return (
    <Form
      form={form}
      submit={({ items }) =>
        edit({
          input: {
            meetingId: meeting.id,
            version: meeting.version,
            items: items.map((item) => ({
              ...item,
              id: item.id === '' ? null : item.id,
              resolutionKind: item.kind === 'RESOLUTION' ? item.resolutionKind || usual : null,
            })),
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={({ meeting: saved }) => {
        const items = saved && readFragment(AgendaForm_meeting, saved).items.nodes
        // What is new has got its id now: saved once more, it must not come a second time.
        if (items)
          form.hookForm.reset({
            items: items.map((item) => ({ ...item, resolutionKind: item.resolutionKind ?? '' })),
          })
        announce(text.saved)
      }}
      onConflict={onConflict}
    >
      <RowsField
        name="items"
        nameField="title"
        empty={(): Row => ({
          id: '',
          kind: 'RESOLUTION',
          title: '',
          text: '',
          presenter: '',
          resolutionKind: usual,
        })}
        addLabel={text.add}
        ordered
        most={MOST}
      >
        {(path, position) => <ItemFields path={path} position={position} kinds={kinds} />}
      </RowsField>
      <FormEnd submit={text.save} statement={<ActingStatement>{text.saveStatement}</ActingStatement>} />
    </Form>
  )
}

interface ItemFieldsProps {
  path: string
  position: number
  kinds: readonly ResolutionChoice[]
}

function ItemFields({ path, position, kinds }: ItemFieldsProps) {
  const text = useMeetingsText()
  const items = useWatch({ name: 'items' }) as readonly Row[] | undefined
  const kind = items?.[position]?.kind ?? 'RESOLUTION'
  const number = (items ?? []).slice(0, position + 1).filter((item) => item.kind === kind).length
  return (
    <div className="mb-6">
      <p className="prose-strong">{text.numbered(kind, number)}</p>
      <MotionFields path={path} kind={kind} kinds={kinds} rows={5}>
        <TextField name={`${path}.presenter`} label={text.agenda.presenter} maxLength={100} width="name" />
      </MotionFields>
    </div>
  )
}
