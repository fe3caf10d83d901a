import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { useCommand } from '../../../lib/command.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { LinkButton } from '../../../ui/Link/Link.tsx'
import { RadioGroup } from '../../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../../ui/Select/SelectField.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'
import { emptyPlan, planInput, type PlanValues } from './plan-values.ts'
import { PlanFields } from './PlanFields.tsx'

const NewMeetingForm_rules = graphql(`
  fragment NewMeetingForm_rules on MeetingRules {
    organs {
      organ
      name
      inWriting
      byOmission
      noticeDays
      noticeClause
    }
    committees {
      committeeId
      name
    }
  }
`)

const Plan = graphql(`
  mutation NewMeetingForm_plan($input: PlanMeetingInput!) {
    planMeeting(input: $input) {
      ... on PlanMeetingPayload {
        meeting {
          id
        }
      }
      ...Refusal
    }
  }
`)

interface NewMeetingFormProps {
  platformId: string
  rules: FragmentType<typeof NewMeetingForm_rules>
}

/** Begins a meeting or a resolution in writing: which organ, how, when and where. */
export function NewMeetingForm({ platformId, rules: given }: NewMeetingFormProps) {
  const meetingsText = useMeetingsText()
  const text = meetingsText.plan
  const { organs, committees } = readFragment(NewMeetingForm_rules, given)
  const navigate = useNavigate()
  const plan = useCommand(Plan)
  // A committee meets only where there is one.
  const offered = organs.filter(({ organ }) => organ !== 'COMMITTEE' || committees.length > 0)
  const form = useForm<PlanValues>({
    defaultValues: { ...emptyPlan, organ: offered[0]?.organ ?? '' },
    draft: { key: `meeting:new:${platformId}`, title: text.newTitle, path: '/network/meetings/new' },
  })
  const organ = form.hookForm.watch('organ')
  const chosen = offered.find((one) => one.organ === organ)
  const forms = (['ASSEMBLY', 'WRITTEN', 'OMISSION'] as const).filter(
    (one) => one === 'ASSEMBLY' || (one === 'WRITTEN' ? chosen?.inWriting : chosen?.byOmission) === true,
  )
  const { setValue, getValues } = form.hookForm
  const allowed = forms.includes(form.hookForm.watch('form'))
  useEffect(() => {
    // Another organ may know fewer ways to decide.
    if (!allowed && getValues('form') !== 'ASSEMBLY') setValue('form', 'ASSEMBLY')
  }, [allowed, getValues, setValue])
  return (
    <Form
      form={form}
      submit={(values) =>
        plan({
          input: {
            platformId,
            organ: values.organ || 'GENERAL_MEETING',
            committeeId: values.organ === 'COMMITTEE' ? values.committeeId : null,
            seriesId: null,
            form: values.form,
            ...planInput(values),
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={({ meeting }) => {
        if (meeting)
          void navigate({ to: '/network/meetings/$meetingId/edit', params: { meetingId: meeting.id } })
      }}
    >
      <RadioGroup
        name="organ"
        label={text.organ}
        required
        options={offered.map((one) => ({
          value: one.organ,
          label: one.name,
          support: text.noticeOf(one.noticeDays, one.noticeClause),
        }))}
      />
      {organ === 'COMMITTEE' && (
        <SelectField
          name="committeeId"
          label={text.committee}
          required
          options={committees.map(({ committeeId, name }) => ({ value: committeeId, label: name }))}
        />
      )}
      <RadioGroup
        name="form"
        label={text.form}
        required
        options={forms.map((one) => ({
          value: one,
          label: meetingsText.forms[one],
          support: text.formSupport[one],
        }))}
      />
      <PlanFields organName={chosen?.name} />
      <FormEnd submit={text.begin} statement={<ActingStatement>{text.beginStatement}</ActingStatement>}>
        <LinkButton to="/network/meetings" search={{ id: platformId }}>
          {text.leave}
        </LinkButton>
      </FormEnd>
    </Form>
  )
}
