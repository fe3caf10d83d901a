import { graphql } from '../../generated/gql.ts'
import type { Proposal_LineFragment } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { useAssignmentText } from '../../locales/assignment.ts'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { shelterOptions, type ShelterChoice } from './choices.ts'

const Decide = graphql(`
  mutation DecideDialogs_decide($input: DecideAssignmentInput!) {
    decideAssignment(input: $input) {
      ... on DecideAssignmentPayload {
        assignmentLine {
          id
          ...Proposal_line
        }
      }
      ...Refusal
    }
  }
`)

interface DecideProps {
  line: Proposal_LineFragment
  onClose: () => void
  onConflict: () => void
}

/** Asked for where the shelter has too little room; nobody has to write it otherwise. */
export function OverfullField() {
  const text = useAssignmentText().overfull
  return (
    <TextField
      name="overfullReason"
      label={text.reason}
      support={text.support}
      maxLength={300}
      errors={{ OVERFULL: text.refused }}
    />
  )
}

/** 「この行き先に決める」 */
export function AcceptDialog({ line, onClose, onConflict }: DecideProps) {
  const words = useAssignmentText()
  const send = useCommand(Decide)
  const form = useForm({ defaultValues: { overfullReason: '' } })
  return (
    <Dialog
      title={`${line.group?.reference ?? ''}　${words.persons(line.persons)}　${line.facility?.name ?? ''}`}
      open
      onClose={onClose}
    >
      <Form
        form={form}
        submit={({ overfullReason }) =>
          send({
            input: {
              assignmentLineId: line.id,
              verdict: 'ACCEPTED',
              overfullReason: overfullReason || undefined,
            },
          })
        }
        onDone={() => {
          announce(words.decide.done)
          onClose()
        }}
        onConflict={onConflict}
      >
        <OverfullField />
        <FormEnd
          submit={words.decide.accept}
          statement={<ActingStatement>{words.decide.statement}</ActingStatement>}
        />
      </Form>
    </Dialog>
  )
}

/** 「ほかの行き先にする」 */
export function OtherwiseDialog({
  line,
  shelters,
  onClose,
  onConflict,
}: DecideProps & { shelters: readonly ShelterChoice[] }) {
  const text = useAssignmentText().decide
  const send = useCommand(Decide)
  const form = useForm({ defaultValues: { facilityId: '', reason: '', overfullReason: '' } })
  return (
    <Dialog title={text.title(line.group?.reference ?? '')} open onClose={onClose}>
      <Form
        form={form}
        submit={({ facilityId, reason, overfullReason }) =>
          send({
            input: {
              assignmentLineId: line.id,
              verdict: 'OVERRIDDEN',
              facilityId: facilityId || undefined,
              reason,
              overfullReason: overfullReason || undefined,
            },
          })
        }
        onDone={() => {
          announce(text.done)
          onClose()
        }}
        onConflict={onConflict}
      >
        <SelectField
          name="facilityId"
          label={text.to}
          support={line.facility ? text.nowhere : undefined}
          options={shelterOptions(shelters.filter(({ facilityId }) => facilityId !== line.facility?.id))}
          required={line.facility === null}
          errors={{ SAME_AS_PROPOSED: text.sameAsProposed }}
        />
        <TextField name="reason" label={text.reason} support={text.reasonSupport} required maxLength={300} />
        <OverfullField />
        <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
      </Form>
    </Dialog>
  )
}
