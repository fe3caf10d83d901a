import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useClient } from 'urql'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import type { FacilityBlock } from '../../../generated/graphql.ts'
import { announce } from '../../../lib/announce.ts'
import { formatDate, today } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import type { Outcome } from '../../../lib/problems.ts'
import { useFacilityEditText } from '../../../locales/facility-edit.ts'
import { useHistoryText } from '../../../locales/history.ts'
import { useRegistryText } from '../../../locales/registry.ts'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import type { FormHandle } from '../../../ui/Form/use-form.ts'
import { Link, LinkButton } from '../../../ui/Link/Link.tsx'
import { Notice } from '../../../ui/Notice/Notice.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'

const BlockForm_facility = graphql(`
  fragment BlockForm_facility on Facility {
    id
    version
    entrustedBy
    viewerCan {
      confirm {
        allowed
      }
      confirmContacts {
        allowed
      }
    }
  }
`)

const Version = graphql(`
  query BlockFormVersion($id: ID!) {
    facility(id: $id) {
      id
      version
    }
  }
`)

/** What every form about a block holds beside its fields: the version it was begun on, which its draft keeps too. */
export interface BlockValues extends FieldValues {
  version: number
}

interface BlockFormProps<Values extends BlockValues> {
  form: FormHandle<Values>
  facility: FragmentType<typeof BlockForm_facility>
  block: FacilityBlock
  submit: (values: Values) => Promise<Outcome<object>>
  children: ReactNode
}

/** The form of one block: saves, says what saving confirms, and goes back to the block on the facility's page. */
export function BlockForm<Values extends BlockValues>({
  form,
  facility: given,
  block,
  submit,
  children,
}: BlockFormProps<Values>) {
  const facility = readFragment(BlockForm_facility, given)
  const text = useFacilityEditText()
  const history = useHistoryText()
  const { blocks } = useRegistryText().facility
  const language = useLanguage()
  const navigate = useNavigate()
  const client = useClient()
  const [readAgain, setReadAgain] = useState(false)
  const { confirm, confirmContacts } = facility.viewerCan
  const confirms = (block === 'CONTACTS' ? confirmContacts : confirm).allowed
  const day = formatDate(today(), language)
  const own = confirms ? text.confirms(day) : text.confirmsNot
  const entrusted =
    facility.entrustedBy &&
    (confirms
      ? text.entrustedConfirms(facility.entrustedBy, day)
      : text.entrustedConfirmsNot(facility.entrustedBy))
  const statement = entrusted || own
  const page = { to: '/facilities/$facilityId', params: { facilityId: facility.id } } as const

  /** Goes on from what stands now; what was typed stays, and whoever saves next has been told of the change. */
  const adoptVersion = async () => {
    const { data } = await client
      .query(Version, { id: facility.id }, { requestPolicy: 'network-only' })
      .toPromise()
    if (!data?.facility) return
    form.hookForm.setValue('version' as never, data.facility.version as never)
    setReadAgain(true)
  }
  return (
    <>
      {readAgain && (
        <Notice>
          <p>{text.readAgain}</p>
          <Link to="/facilities/$facilityId/history" params={{ facilityId: facility.id }} target="_blank">
            {history.see}
          </Link>
        </Notice>
      )}
      <Form
        form={form}
        submit={submit}
        onDone={() => {
          announce(text.saved(blocks[block]))
          void navigate({ ...page, hash: block.toLowerCase() })
        }}
        onConflict={() => void adoptVersion()}
      >
        {children}
        <FormEnd submit={text.save[block]} statement={<ActingStatement>{statement}</ActingStatement>}>
          <LinkButton {...page} size="big">
            {text.leave}
          </LinkButton>
        </FormEnd>
      </Form>
    </>
  )
}
