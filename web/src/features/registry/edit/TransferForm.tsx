import { useNavigate } from '@tanstack/react-router'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { isoOf, today, toEntry } from '../../../lib/dates.ts'
import { useFacilityEditText } from '../../../locales/facility-edit.ts'
import { DateFields } from '../../../ui/DateFields/DateFields.tsx'
import { DefinitionList, Fact } from '../../../ui/DefinitionList/DefinitionList.tsx'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { LinkButton } from '../../../ui/Link/Link.tsx'
import { Section } from '../../../ui/Page/Page.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'
import { SuccessorField } from '../SuccessorField.tsx'

const TransferForm_facility = graphql(`
  fragment TransferForm_facility on Facility {
    id
    version
    sample
    offices(first: 1) {
      totalCount
    }
    corporation {
      id
      name
    }
  }
`)

const Transfer = graphql(`
  mutation TransferForm_transferFacility($input: TransferFacilityInput!) {
    transferFacility(input: $input) {
      __typename
      ... on TransferFacilityPayload {
        facility {
          id
          ...TransferForm_facility
        }
      }
      ...Refusal
    }
  }
`)

/** 「運営する法人をかえる」: says first what goes with the facility and what does not. */
export function TransferForm({ facility: given }: { facility: FragmentType<typeof TransferForm_facility> }) {
  const { id, version, sample, offices, corporation } = readFragment(TransferForm_facility, given)
  const { transfer: text, back } = useFacilityEditText()
  const send = useCommand(Transfer)
  const navigate = useNavigate()
  const form = useForm({ defaultValues: { corporationId: '', onDate: toEntry(today()), reason: '' } })
  const page = { to: '/facilities/$facilityId', params: { facilityId: id } } as const
  return (
    <>
      <DefinitionList>
        <Fact name={text.now}>{corporation?.name ?? text.nobody}</Fact>
      </DefinitionList>
      <Section title={text.goes}>
        <ul className="list-disc pl-6">
          <li>{text.offices(offices.totalCount)}</li>
          <li>{text.people}</li>
          <li>{text.history}</li>
        </ul>
      </Section>
      <Section title={text.changes}>
        <ul className="list-disc pl-6">
          <li>{text.networks}</li>
          <li>{text.mandates}</li>
        </ul>
      </Section>
      <Form
        form={form}
        submit={({ corporationId, onDate, reason }) =>
          send({
            input: { facilityId: id, version, corporationId, onDate: isoOf(onDate) ?? '', reason },
          })
        }
        onDone={() => {
          announce(text.done)
          void navigate(page)
        }}
      >
        <SuccessorField
          name="corporationId"
          exceptId={corporation?.id ?? ''}
          sample={sample}
          required
          words={{ search: text.search, searchSupport: text.searchSupport, choice: text.choice }}
        />
        <DateFields name="onDate" label={text.onDate} required />
        <TextField name="reason" label={text.reason} support={text.reasonSupport} required maxLength={300} />
        <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>}>
          <LinkButton {...page} size="big">
            {back}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
