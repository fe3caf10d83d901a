import { useState } from 'react'
import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import type { Outcome } from '../../../lib/problems.ts'
import { useViewer } from '../../../lib/viewer.ts'
import { useMinutesText } from '../../../locales/minutes.ts'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'
import { ConfirmDialog } from '../../identity/ConfirmDialog.tsx'

const Sign = graphql(`
  mutation SignForm_sign($input: SignMinutesInput!) {
    signMinutes(input: $input) {
      ... on SignMinutesPayload {
        locked
        minutes {
          id
          state
          version
          lockedAt
          ...SignerList_minutes
        }
      }
      ...Refusal
    }
  }
`)

interface SignFormProps {
  signer: { id: string; role: 'CHAIR' | 'SIGNER'; voter: { name: string } | null }
  /** What the meeting is called. */
  meeting: string
  /** Of the minutes as they are shown. */
  contentHash: string
  onConflict: () => void
}

/** Signs with a name, after a second look at what is signed as whom. */
export function SignForm({ signer, meeting, contentHash, onConflict }: SignFormProps) {
  const text = useMinutesText()
  const viewer = useViewer()
  const sign = useCommand(Sign)
  const [name, setName] = useState<string>()
  const form = useForm({ defaultValues: { name: viewer?.user?.name ?? '' } })
  const role = text.roles[signer.role]
  const body = signer.voter?.name ?? ''
  const look = async (values: { name: string }): Promise<Outcome<string>> => ({
    kind: 'done',
    payload: values.name.trim(),
  })
  return (
    <div className="yui-sign yui-no-print">
      <h3>{text.sign.title(`${role}（${body}）`)}</h3>
      <Form form={form} submit={look} onDone={setName}>
        <TextField
          name="name"
          label={text.sign.name}
          support={text.sign.nameSupport}
          required
          maxLength={60}
          autoComplete="name"
          width="name"
        />
        <FormEnd
          submit={text.sign.check}
          statement={<ActingStatement>{text.sign.statement}</ActingStatement>}
        />
      </Form>
      <ConfirmDialog
        title={text.sign.confirmTitle}
        body={text.sign.confirmBody(meeting, role, body, name ?? '')}
        statement={<ActingStatement>{text.sign.statement}</ActingStatement>}
        submit={text.sign.submit}
        kind="main"
        open={name !== undefined}
        onClose={() => setName(undefined)}
        send={async () => {
          const outcome = await sign({ input: { minutesSignerId: signer.id, name: name ?? '', contentHash } })
          if (outcome.kind === 'refused') onConflict()
          return outcome
        }}
        onDone={({ locked }) => announce(locked ? text.sign.locked : text.sign.done)}
      />
    </div>
  )
}
