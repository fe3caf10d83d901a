import { useNavigate } from '@tanstack/react-router'
import { graphql } from '../../../generated/gql.ts'
import type { OrganKind } from '../../../generated/graphql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { LinkButton } from '../../../ui/Link/Link.tsx'
import { RadioGroup } from '../../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../../ui/Select/SelectField.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'
import { readRules, SeriesFields, seriesInput, type SeriesRules, type SeriesValues } from './SeriesFields.tsx'

const Plan = graphql(`
  mutation NewSeriesForm_plan($input: PlanMeetingSeriesInput!) {
    planMeetingSeries(input: $input) {
      ... on PlanMeetingSeriesPayload {
        meetingSeries {
          id
        }
        platform {
          id
          meetingSeries(first: 50) {
            nodes {
              id
              ...SeriesTable_series
            }
          }
        }
      }
      ...Refusal
    }
  }
`)

interface Values extends SeriesValues {
  organ: OrganKind | ''
  committeeId: string
}

/** Sets up meetings that come again: which organ, how often, and what is usually on their agenda. */
export function NewSeriesForm({ platformId, rules: given }: { platformId: string; rules: SeriesRules }) {
  const { plan: planText, series: text } = useMeetingsText()
  const { organs, committees } = readRules(given)
  const navigate = useNavigate()
  const plan = useCommand(Plan)
  const offered = organs.filter(({ organ }) => organ !== 'COMMITTEE' || committees.length > 0)
  const form = useForm<Values>({
    defaultValues: {
      organ: offered[0]?.organ ?? '',
      committeeId: '',
      title: '',
      everyMonths: '1',
      agenda: [],
    },
    draft: {
      key: `meeting-series:new:${platformId}`,
      title: text.newTitle,
      path: '/network/meetings/series/new',
    },
  })
  const organ = form.hookForm.watch('organ')
  const kinds = offered.find((one) => one.organ === organ)?.resolutions ?? []
  return (
    <Form
      form={form}
      submit={(values) =>
        plan({
          input: {
            platformId,
            organ: values.organ || 'GENERAL_MEETING',
            committeeId: values.organ === 'COMMITTEE' ? values.committeeId : null,
            ...seriesInput(values, kinds[0]?.code ?? ''),
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={({ meetingSeries }) => {
        announce(text.made)
        if (meetingSeries)
          void navigate({ to: '/network/meetings/series/$seriesId', params: { seriesId: meetingSeries.id } })
      }}
    >
      <RadioGroup
        name="organ"
        label={planText.organ}
        required
        options={offered.map((one) => ({ value: one.organ, label: one.name }))}
      />
      {organ === 'COMMITTEE' && (
        <SelectField
          name="committeeId"
          label={planText.committee}
          required
          options={committees.map(({ committeeId, name }) => ({ value: committeeId, label: name }))}
        />
      )}
      <SeriesFields kinds={kinds} />
      <FormEnd submit={text.save} statement={<ActingStatement>{text.saveStatement}</ActingStatement>}>
        <LinkButton to="/network/meetings" search={{ id: platformId }}>
          {planText.leave}
        </LinkButton>
      </FormEnd>
    </Form>
  )
}
