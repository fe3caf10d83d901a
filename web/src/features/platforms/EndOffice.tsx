import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { isoOf, toEntry, today, type DateEntry } from '../../lib/dates.ts'
import { useOrganisationText } from '../../locales/organisation.ts'
import { usePeopleText } from '../../locales/people.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { dayBefore } from '../identity/days.ts'
import type { ChosenOffice } from './OfficeLogIn.tsx'

const End = graphql(`
  mutation EndOffice_end($input: EndOfficeInput!) {
    endOffice(input: $input) {
      ... on EndOfficePayload {
        platformOfficer {
          id
          ...OfficerList_officer
        }
      }
      ...Refusal
    }
  }
`)

interface Values {
  when: 'DAY' | 'NOW'
  day: DateEntry
}

/** Ends a term on a day, or at once: the vote goes with it. */
export function EndOffice({ officer, onClose }: { officer: ChosenOffice; onClose: () => void }) {
  const text = useOrganisationText()
  const { close } = usePeopleText().end
  const end = useCommand(End)
  const form = useForm<Values>({ defaultValues: { when: 'DAY', day: toEntry(today()) } })
  const atOnce = form.hookForm.watch('when') === 'NOW'
  return (
    <Dialog title={text.endOfficeTitle(officer.office, officer.name)} open onClose={onClose}>
      <Form<Values, object>
        form={form}
        submit={({ when, day }) =>
          end({
            input: {
              platformOfficerId: officer.id,
              endsOn: when === 'NOW' ? dayBefore(today()) : (isoOf(day) ?? today()),
              version: officer.version,
            },
          })
        }
        onDone={() => {
          announce(text.ended)
          onClose()
        }}
      >
        <RadioGroup
          name="when"
          label={text.endWhen}
          required
          options={[
            { value: 'DAY', label: text.endOnDay, support: text.endOnDaySupport },
            { value: 'NOW', label: text.endNow, support: text.endNowSupport },
          ]}
        />
        {!atOnce && <DateFields name="day" label={text.last} required />}
        <FormEnd
          submit={text.endOffice}
          statement={<ActingStatement>{text.endOfficeStatement}</ActingStatement>}
        >
          <Button onClick={onClose}>{close}</Button>
        </FormEnd>
      </Form>
    </Dialog>
  )
}
