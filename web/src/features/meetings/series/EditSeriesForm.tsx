import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { COMING_ERAS, emptyDate, isoOf, toEntry, type DateEntry } from '../../../lib/dates.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { DateFields } from '../../../ui/DateFields/DateFields.tsx'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { ActingStatement } from '../../identity/ActingStatement.tsx'
import {
  readRules,
  rowsOf,
  SeriesFields,
  seriesInput,
  type SeriesRules,
  type SeriesValues,
  type UsualAgenda,
} from './SeriesFields.tsx'

const EditSeriesForm_series = graphql(`
  fragment EditSeriesForm_series on MeetingSeries {
    id
    version
    organ
    title
    everyMonths
    agenda
    endedOn
  }
`)

const Edit = graphql(`
  mutation EditSeriesForm_edit($input: EditMeetingSeriesInput!) {
    editMeetingSeries(input: $input) {
      ... on EditMeetingSeriesPayload {
        meetingSeries {
          id
          ...EditSeriesForm_series
        }
      }
      ...Refusal
    }
  }
`)

interface EditSeriesFormProps {
  series: FragmentType<typeof EditSeriesForm_series>
  rules: SeriesRules
  onConflict: () => void
}

interface Values extends SeriesValues {
  endedOn: DateEntry
}

/** Edits a series, or ends it; what was prepared stays as it is. */
export function EditSeriesForm({ series: given, rules, onConflict }: EditSeriesFormProps) {
  const text = useMeetingsText().series
  const series = readFragment(EditSeriesForm_series, given)
  const kinds = readRules(rules).organs.find(({ organ }) => organ === series.organ)?.resolutions ?? []
  const edit = useCommand(Edit)
  const form = useForm<Values>({
    defaultValues: {
      title: series.title,
      everyMonths: String(series.everyMonths),
      agenda: rowsOf(series.agenda as UsualAgenda),
      endedOn: series.endedOn ? toEntry(series.endedOn) : emptyDate,
    },
    follows: true,
    draft: {
      key: `meeting-series:${series.id}`,
      title: text.draftOf(series.title),
      path: `/network/meetings/series/${series.id}`,
    },
  })
  return (
    <Form
      form={form}
      submit={(values) =>
        edit({
          input: {
            meetingSeriesId: series.id,
            version: series.version,
            ...seriesInput(values, kinds[0]?.code ?? ''),
            endedOn: isoOf(values.endedOn),
          },
        })
      }
      onDone={() => announce(text.saved)}
      onConflict={onConflict}
    >
      <SeriesFields kinds={kinds} />
      <DateFields name="endedOn" label={text.endedOn} support={text.endedOnSupport} eras={COMING_ERAS} />
      <FormEnd submit={text.saveEdit} statement={<ActingStatement>{text.editStatement}</ActingStatement>} />
    </Form>
  )
}
