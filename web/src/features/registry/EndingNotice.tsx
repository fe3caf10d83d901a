import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'

const EndingNotice_corporation = graphql(`
  fragment EndingNotice_corporation on Corporation {
    id
    status
    endedOn
    successor {
      id
      name
    }
    successions(first: 1) {
      nodes {
        id
        kind
        status
        onDate
        successor {
          id
          name
        }
      }
    }
  }
`)

const Undo = graphql(`
  mutation EndingNotice_undo($input: UndoSuccessionInput!) {
    undoSuccession(input: $input) {
      __typename
      ... on UndoSuccessionPayload {
        corporation {
          id
          ...EndingNotice_corporation
        }
      }
      ...Refusal
    }
  }
`)

interface EndingNoticeProps {
  corporation: FragmentType<typeof EndingNotice_corporation>
  mayUndo: boolean
  onUndone: () => void
}

/** What became of a corporation, or will: with the way to its successor, and back for who may. */
export function EndingNotice({ corporation, mayUndo, onUndone }: EndingNoticeProps) {
  const { status, endedOn, successor, successions } = readFragment(EndingNotice_corporation, corporation)
  const text = useCorporationText().ending
  const language = useLanguage()
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const [succession] = successions.nodes
  if (status === 'ACTIVE' && !succession) return null

  const day = (iso: string) => formatDate(iso, language)
  const next = successor ?? succession?.successor
  const planned = status === 'ACTIVE' && succession
  return (
    <div className="mb-8">
      <Notice>
        {planned ? (
          <p>{text.planned[succession.kind](day(succession.onDate), next?.name ?? '')}</p>
        ) : (
          endedOn && (
            <p>
              {succession?.kind === 'MERGER' && next && text.merged(day(endedOn), next.name)}
              {succession?.kind === 'DISSOLUTION' && text.dissolved(day(endedOn))}
              {succession?.kind === 'DISSOLUTION' && next && text.takenOver(next.name)}
              {!succession && (next ? text.keptTogether(next.name) : text.dissolved(day(endedOn)))}
            </p>
          )
        )}
        {next && (
          <p>
            <Link to="/corporations/$corporationId" params={{ corporationId: next.id }}>
              {text.goTo(next.name)}
            </Link>
          </p>
        )}
        {succession && mayUndo && (
          <div className="yui-no-print">
            <Button kind="text" onClick={() => setAsking(true)}>
              {planned ? text.cancel : text.undo}
            </Button>
          </div>
        )}
      </Notice>
      {succession && (
        <Dialog title={text.undoTitle} open={asking} onClose={close}>
          <p>{text.undoBody}</p>
          <UndoForm
            successionId={succession.id}
            submit={planned ? text.cancel : text.undo}
            onClose={close}
            onDone={() => {
              close()
              announce(text.undone)
              onUndone()
            }}
          />
        </Dialog>
      )}
    </div>
  )
}

interface UndoFormProps {
  successionId: string
  submit: string
  onClose: () => void
  onDone: () => void
}

/** Why it is taken back, and as whom. */
function UndoForm({ successionId, submit, onClose, onDone }: UndoFormProps) {
  const { ending, leave } = useCorporationText()
  const undo = useCommand(Undo)
  const form = useForm({ defaultValues: { reason: '' } })
  return (
    <Form
      form={form}
      submit={({ reason }) => undo({ input: { corporationSuccessionId: successionId, reason } })}
      onDone={onDone}
    >
      <TextField name="reason" label={ending.undoReason} required maxLength={300} />
      <FormEnd submit={submit} statement={<ActingStatement>{ending.statement}</ActingStatement>}>
        <Button onClick={onClose}>{leave}</Button>
      </FormEnd>
    </Form>
  )
}
