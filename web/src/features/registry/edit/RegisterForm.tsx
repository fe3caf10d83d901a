import { useNavigate } from '@tanstack/react-router'
import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { useFacilityEditText } from '../../../locales/facility-edit.ts'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { LinkButton } from '../../../ui/Link/Link.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'
import { basicFactsOf, BasicFields, noBasicEntries } from './BasicFields.tsx'

const Register = graphql(`
  mutation RegisterForm_registerFacility($input: RegisterFacilityInput!) {
    registerFacility(input: $input) {
      __typename
      ... on RegisterFacilityPayload {
        facility {
          id
        }
      }
      ...Refusal
    }
  }
`)

/** 「施設を登録する」: name, place and size of a new facility on one screen. */
export function RegisterForm({ corporationId }: { corporationId: string }) {
  const edit = useFacilityEditText()
  const text = edit.register
  const send = useCommand(Register)
  const navigate = useNavigate()
  const form = useForm({
    defaultValues: { facility: noBasicEntries },
    draft: {
      key: `facility-new:${corporationId}`,
      title: text.title,
      path: `/facilities/new?corporation=${corporationId}`,
    },
  })
  return (
    <Form
      form={form}
      submit={({ facility }) =>
        send({
          input: { corporationId, facility: basicFactsOf(facility), idempotencyKey: crypto.randomUUID() },
        })
      }
      onDone={({ facility }) => {
        announce(text.done)
        if (facility) void navigate({ to: '/facilities/$facilityId', params: { facilityId: facility.id } })
      }}
    >
      <BasicFields prefix="facility." />
      <FormEnd submit={text.save} statement={<ActingStatement>{text.statement}</ActingStatement>}>
        <LinkButton to="/corporations/$corporationId" params={{ corporationId }} size="big">
          {edit.leave}
        </LinkButton>
      </FormEnd>
    </Form>
  )
}
