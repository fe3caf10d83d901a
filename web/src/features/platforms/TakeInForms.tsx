import { useNavigate } from '@tanstack/react-router'
import { useFormContext } from 'react-hook-form'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useCommand } from '../../lib/command.ts'
import { useMembersText } from '../../locales/members.ts'
import { Checkbox } from '../../ui/Checkbox/Checkbox.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { TextAreaField } from '../../ui/TextArea/TextAreaField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { RowsField } from '../registry/edit/RowsField.tsx'
import { ActForm } from './ActForm.tsx'
import { CorporationField } from './CorporationField.tsx'
import {
  ClassFields,
  emptyEnrolment,
  enrolmentInput,
  EnrolmentFields,
  type EnrolmentValues,
} from './EnrolmentFields.tsx'

const TakeIn_platform = graphql(`
  fragment TakeInForms_platform on Platform {
    id
    sample
    acceptsApplications
    admissionClause
    version
    questions(first: 20) {
      nodes {
        id
        text
        required
      }
    }
  }
`)

const Invite = graphql(`
  mutation TakeInForms_invite($input: InviteCorporationInput!) {
    inviteCorporation(input: $input) {
      ... on InviteCorporationPayload {
        membershipApplication {
          id
        }
      }
      ...Refusal
    }
  }
`)

const Enroll = graphql(`
  mutation TakeInForms_enroll($input: EnrollMemberInput!) {
    enrollMember(input: $input) {
      ... on EnrollMemberPayload {
        platformMembership {
          id
        }
      }
      ...Refusal
    }
  }
`)

const Arrange = graphql(`
  mutation TakeInForms_arrange($input: ArrangeAdmissionInput!) {
    arrangeAdmission(input: $input) {
      ... on ArrangeAdmissionPayload {
        platform {
          id
          ...TakeInForms_platform
        }
      }
      ...Refusal
    }
  }
`)

interface TakeInFormsProps extends Omit<Parameters<typeof EnrolmentFields>[0], 'clause'> {
  platform: FragmentType<typeof TakeIn_platform>
  onConflict: () => void
}

/** Three ways to come to members: invite one, write one down, settle how applications are taken. */
export function TakeInForms({ platform: given, rules, decisions, onConflict }: TakeInFormsProps) {
  const text = useMembersText().invite
  const navigate = useNavigate()
  const platform = readFragment(TakeIn_platform, given)
  const { id: platformId, sample, version, admissionClause } = platform
  const invite = useCommand(Invite)
  const enroll = useCommand(Enroll)
  const arrange = useCommand(Arrange)
  const toMembers = () => void navigate({ to: '/network/members', search: { id: platformId } })
  return (
    <div className="grid gap-4">
      <ActForm<{ corporationId: string; memberClass: string; message: string }, object>
        summary={text.inviteTitle}
        open
        button={text.invite}
        defaults={{ corporationId: '', memberClass: '', message: '' }}
        submit={({ message, ...chosen }) =>
          invite({
            input: {
              ...chosen,
              platformId,
              message: message || undefined,
              idempotencyKey: crypto.randomUUID(),
            },
          })
        }
        statement={text.inviteStatement}
        said={text.invited}
        onDone={toMembers}
      >
        <CorporationField name="corporationId" sample={sample} />
        <ClassFields rules={rules} />
        <TextAreaField name="message" label={text.message} maxLength={1000} rows={3} />
      </ActForm>
      <ActForm<EnrolmentValues & { corporationId: string }, object>
        summary={text.enrollTitle}
        button={text.enroll}
        defaults={{ ...emptyEnrolment(), corporationId: '' }}
        submit={({ corporationId, ...values }) =>
          enroll({ input: { platformId, corporationId, ...enrolmentInput(values) } })
        }
        said={text.enrolled}
        onDone={toMembers}
      >
        <CorporationField name="corporationId" sample={sample} />
        <EnrolmentFields rules={rules} decisions={decisions} clause={admissionClause} />
      </ActForm>
      <ActForm<{ accepts: string; clause: string; questions: { text: string; required: boolean }[] }, object>
        follows
        summary={text.arrange}
        defaults={{
          accepts: platform.acceptsApplications ? 'yes' : 'no',
          clause: admissionClause ?? '',
          questions: platform.questions.nodes.map(({ text: question, required }) => ({
            text: question,
            required,
          })),
        }}
        submit={({ accepts, clause, questions }) =>
          arrange({
            input: {
              platformId,
              acceptsApplications: accepts === 'yes',
              admissionClause: clause || undefined,
              questions,
              version,
            },
          })
        }
        onConflict={onConflict}
      >
        <RadioGroup
          name="accepts"
          label={text.accepts}
          required
          options={[
            { value: 'yes', label: text.acceptsYes, support: text.acceptsYesSupport },
            { value: 'no', label: text.acceptsNo },
          ]}
        />
        <TextField name="clause" label={text.clause} support={text.clauseSupport} maxLength={80} />
        <RowsField
          name="questions"
          nameField="text"
          empty={() => ({ text: '', required: true })}
          addLabel={text.addQuestion}
          ordered
          most={20}
        >
          {(path) => (
            <>
              <TextField name={`${path}.text`} label={text.question} required maxLength={300} />
              <MustAnswer path={path} />
            </>
          )}
        </RowsField>
      </ActForm>
    </div>
  )
}

function MustAnswer({ path }: { path: string }) {
  const text = useMembersText().invite
  const { register } = useFormContext()
  return <Checkbox {...register(`${path}.required`)}>{text.required}</Checkbox>
}
