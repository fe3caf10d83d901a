import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { ActingStatement } from '../../identity/ActingStatement.tsx'
import { planInput, valuesOf, type PlanValues } from './plan-values.ts'
import { PlanFields } from './PlanFields.tsx'

const EditPlanForm_meeting = graphql(`
  fragment EditPlanForm_meeting on Meeting {
    id
    version
    form
    organ
    title
    number
    place
    onlineUrl
    startsAt
    endsAt
    answerBy
  }
`)

const Edit = graphql(`
  mutation EditPlanForm_edit($input: EditMeetingPlanInput!) {
    editMeetingPlan(input: $input) {
      ... on EditMeetingPlanPayload {
        meeting {
          id
          ...EditPlanForm_meeting
        }
      }
      ...Refusal
    }
  }
`)

interface EditPlanFormProps {
  meeting: FragmentType<typeof EditPlanForm_meeting>
  onDone: () => void
  onConflict: () => void
}

/** Edits when and where a meeting is. */
export function EditPlanForm({ meeting: given, onDone, onConflict }: EditPlanFormProps) {
  const text = useMeetingsText().plan
  const meeting = readFragment(EditPlanForm_meeting, given)
  const edit = useCommand(Edit)
  const form = useForm<PlanValues>({
    defaultValues: valuesOf(meeting),
    draft: {
      key: `meeting:plan:${meeting.id}`,
      title: text.draftOf(meeting.title),
      path: `/network/meetings/${meeting.id}/edit`,
    },
  })
  return (
    <Form
      form={form}
      submit={(values) =>
        edit({ input: { meetingId: meeting.id, version: meeting.version, ...planInput(values) } })
      }
      onDone={() => {
        announce(text.planSaved)
        onDone()
      }}
      onConflict={onConflict}
    >
      <PlanFields organName={undefined} />
      <FormEnd
        submit={text.savePlan}
        statement={<ActingStatement>{text.savePlanStatement}</ActingStatement>}
      />
    </Form>
  )
}
