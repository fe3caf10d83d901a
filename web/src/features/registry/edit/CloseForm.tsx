import { useNavigate } from '@tanstack/react-router'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { isoOf, today, toEntry } from '../../../lib/dates.ts'
import { useFacilityEditText } from '../../../locales/facility-edit.ts'
import { DateFields } from '../../../ui/DateFields/DateFields.tsx'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { LinkButton } from '../../../ui/Link/Link.tsx'
import { Section } from '../../../ui/Page/Page.tsx'
import { SelectField } from '../../../ui/Select/SelectField.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'
import { orNull } from './entries.ts'

const CloseForm_facility = graphql(`
  fragment CloseForm_facility on Facility {
    id
    version
    offices(first: 50) {
      nodes {
        id
        status
      }
    }
    shelters(first: 1) {
      totalCount
    }
    resources(first: 1) {
      totalCount
    }
    corporation {
      id
      facilities(first: 100) {
        nodes {
          id
          name
          status
        }
      }
    }
  }
`)

const Close = graphql(`
  mutation CloseForm_closeFacility($input: CloseFacilityInput!) {
    closeFacility(input: $input) {
      __typename
      ... on CloseFacilityPayload {
        facility {
          id
          status
          endedOn
          ...CloseForm_facility
        }
      }
      ...Refusal
    }
  }
`)

/** 「施設を閉じる」: says first what ends with it and what does not move by itself. */
export function CloseForm({ facility: given }: { facility: FragmentType<typeof CloseForm_facility> }) {
  const facility = readFragment(CloseForm_facility, given)
  const text = useFacilityEditText().close
  const back = useFacilityEditText().back
  const send = useCommand(Close)
  const navigate = useNavigate()
  const form = useForm({
    defaultValues: { endedOn: toEntry(today()), reason: '', successorId: '' },
  })
  const offices = facility.offices.nodes.filter(({ status }) => status === 'ACTIVE').length
  const others = (facility.corporation?.facilities.nodes ?? []).filter(
    ({ id, status }) => id !== facility.id && status === 'ACTIVE',
  )
  const page = { to: '/facilities/$facilityId', params: { facilityId: facility.id } } as const
  return (
    <>
      <Section title={text.open}>
        <ul className="list-disc pl-6">
          <li>{text.offices(offices)}</li>
          <li>{text.roles}</li>
        </ul>
      </Section>
      <Section title={text.stays}>
        <ul className="list-disc pl-6">
          <li>{text.contacts}</li>
          {facility.resources.totalCount > 0 && <li>{text.resources(facility.resources.totalCount)}</li>}
          {facility.shelters.totalCount > 0 && <li>{text.shelters(facility.shelters.totalCount)}</li>}
        </ul>
      </Section>
      <Form
        form={form}
        submit={({ endedOn, reason, successorId }) =>
          send({
            input: {
              facilityId: facility.id,
              version: facility.version,
              endedOn: isoOf(endedOn) ?? '',
              reason,
              successorId: orNull(successorId),
            },
          })
        }
        onDone={() => {
          announce(text.done)
          void navigate(page)
        }}
      >
        <DateFields name="endedOn" label={text.endedOn} required />
        <TextField name="reason" label={text.reason} support={text.reasonSupport} required maxLength={500} />
        {others.length > 0 && (
          <SelectField
            name="successorId"
            label={text.successor}
            support={text.successorSupport}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>}>
          <LinkButton {...page} size="big">
            {back}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
