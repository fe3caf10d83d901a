import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, isoOf, type DateEntry } from '../../lib/dates.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useTiesText } from '../../locales/ties.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { ConfirmDialog } from '../identity/ConfirmDialog.tsx'

const TieActions_tie = graphql(`
  fragment TieActions_tie on CollaborationTie {
    id
    status
    version
    viewerCan {
      agree {
        allowed
      }
      decline {
        allowed
      }
      object {
        allowed
      }
      withdraw {
        allowed
      }
      change {
        allowed
      }
    }
  }
`)

const Agree = graphql(`
  mutation TieActions_agree($input: AgreeTieInput!) {
    agreeTie(input: $input) {
      ... on AgreeTiePayload {
        collaborationTie {
          id
          ...TieActions_tie
        }
      }
      ...Refusal
    }
  }
`)
const Decline = graphql(`
  mutation TieActions_decline($input: DeclineTieInput!) {
    declineTie(input: $input) {
      ... on DeclineTiePayload {
        collaborationTie {
          id
          ...TieActions_tie
        }
      }
      ...Refusal
    }
  }
`)
const Withdraw = graphql(`
  mutation TieActions_withdraw($input: WithdrawTieInput!) {
    withdrawTie(input: $input) {
      ... on WithdrawTiePayload {
        collaborationTie {
          id
          ...TieActions_tie
        }
      }
      ...Refusal
    }
  }
`)
const ObjectTo = graphql(`
  mutation TieActions_object($input: ObjectToTieInput!) {
    objectToTie(input: $input) {
      ... on ObjectToTiePayload {
        collaborationTie {
          id
          ...TieActions_tie
        }
      }
      ...Refusal
    }
  }
`)
const End = graphql(`
  mutation TieActions_end($input: EndTieInput!) {
    endTie(input: $input) {
      ... on EndTiePayload {
        collaborationTie {
          id
          ...TieActions_tie
        }
      }
      ...Refusal
    }
  }
`)

interface TieActionsProps {
  tie: FragmentType<typeof TieActions_tie>
  onConflict: () => void
}

/** What the viewer may do with a tie: answer, object, take back, change, end. Nothing is shown that is not allowed. */
export function TieActions({ tie: given, onConflict }: TieActionsProps) {
  const text = useTiesText().tie.actions
  const { id, version, viewerCan } = readFragment(TieActions_tie, given)
  const [asked, ask] = useState<'agree' | 'decline' | 'withdraw'>()
  type Act = (variables: {
    input: { collaborationTieId: string; version: number }
  }) => Promise<Outcome<object>>
  const send: Record<'agree' | 'decline' | 'withdraw', Act> = {
    agree: useCommand(Agree),
    decline: useCommand(Decline),
    withdraw: useCommand(Withdraw),
  }
  const words = {
    agree: { title: text.agreeTitle, body: text.agreeBody, submit: text.agree, done: text.agreed },
    decline: { title: text.declineTitle, body: text.declineBody, submit: text.decline, done: text.declined },
    withdraw: {
      title: text.withdrawTitle,
      body: text.withdrawBody,
      submit: text.withdraw,
      done: text.withdrawn,
    },
  }
  const question = words[asked ?? 'agree']
  return (
    <>
      <Buttons>
        {viewerCan.agree.allowed && (
          <Button kind="main" onClick={() => ask('agree')}>
            {text.agree}
          </Button>
        )}
        {viewerCan.decline.allowed && <Button onClick={() => ask('decline')}>{text.decline}</Button>}
        {viewerCan.withdraw.allowed && <Button onClick={() => ask('withdraw')}>{text.withdraw}</Button>}
        {viewerCan.change.allowed && (
          <LinkButton to="/network/ties/new" search={{ amend: id }}>
            {text.amend}
          </LinkButton>
        )}
      </Buttons>
      {viewerCan.object.allowed && (
        <Disclosure summary={text.object}>
          <ObjectForm id={id} version={version} onConflict={onConflict} />
        </Disclosure>
      )}
      {viewerCan.change.allowed && (
        <Disclosure summary={text.end}>
          <EndForm id={id} version={version} onConflict={onConflict} />
        </Disclosure>
      )}
      <ConfirmDialog
        title={question.title}
        body={question.body}
        submit={question.submit}
        kind={asked === 'agree' ? 'main' : 'danger'}
        statement={<ActingStatement>{text.statement}</ActingStatement>}
        open={asked !== undefined}
        onClose={() => ask(undefined)}
        send={async () => {
          const outcome = await send[asked ?? 'agree']({ input: { collaborationTieId: id, version } })
          if (outcome.kind === 'refused') onConflict()
          return outcome
        }}
        onDone={() => announce(question.done)}
      />
    </>
  )
}

interface ActFormProps {
  id: string
  version: number
  onConflict: () => void
}

function ObjectForm({ id, version, onConflict }: ActFormProps) {
  const text = useTiesText().tie.actions
  const send = useCommand(ObjectTo)
  const form = useForm<{ objection: string }>({ defaultValues: { objection: '' } })
  return (
    <Form
      form={form}
      submit={({ objection }) => send({ input: { collaborationTieId: id, version, objection } })}
      onDone={() => announce(text.objected)}
      onConflict={onConflict}
    >
      <TextField
        name="objection"
        label={text.objection}
        support={text.objectionSupport}
        required
        maxLength={300}
      />
      <FormEnd submit={text.object} statement={<ActingStatement>{text.objectStatement}</ActingStatement>} />
    </Form>
  )
}

function EndForm({ id, version, onConflict }: ActFormProps) {
  const texts = useTiesText()
  const text = texts.tie.actions
  const send = useCommand(End)
  const form = useForm<{ endsOn: DateEntry; because: string }>({
    defaultValues: { endsOn: emptyDate, because: '' },
  })
  return (
    <Form
      form={form}
      submit={({ endsOn, because }) =>
        send({ input: { collaborationTieId: id, version, endsOn: isoOf(endsOn) ?? '', because } })
      }
      onDone={() => announce(text.ended)}
      onConflict={onConflict}
    >
      <DateFields
        name="endsOn"
        label={text.endsOn}
        required
        errors={{ ENDS_BEFORE: texts.form.errors.ENDS_BEFORE }}
      />
      <TextField name="because" label={text.because} support={text.becauseSupport} required maxLength={300} />
      <FormEnd submit={text.end} statement={<ActingStatement>{text.endStatement}</ActingStatement>} />
    </Form>
  )
}
