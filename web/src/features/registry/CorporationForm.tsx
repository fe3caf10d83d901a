import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useCommand } from '../../lib/command.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { CorporationFields, type CorporationValues } from './CorporationFields.tsx'
import type { PartFormProps } from './part-form.ts'
import { refuseAt, useNumberCheck } from './use-number-check.ts'

const CorporationForm_corporation = graphql(`
  fragment CorporationForm_corporation on Corporation {
    id
    version
    name
    kana
    kind
    corporateNumber
    seatPostalCode
    seatMunicipalityCode
    seatAddress
    phone
    url
  }
`)

const Edit = graphql(`
  mutation CorporationForm_edit($input: EditCorporationFactsInput!) {
    editCorporationFacts(input: $input) {
      __typename
      ... on EditCorporationFactsPayload {
        corporation {
          id
          ...CorporationForm_corporation
          ...CorporationFacts_corporation
          ...AuthorityFacts_corporation
          ...ConfirmCorporation_corporation
        }
      }
      ...Refusal
    }
  }
`)

interface CorporationFormProps extends PartFormProps {
  corporation: FragmentType<typeof CorporationForm_corporation>
  municipalities: readonly { code: string; name: string }[]
}

/** Corrects name, number, seat and telephone of a corporation. */
export function CorporationForm({
  corporation,
  municipalities,
  own,
  onDone,
  onConflict,
  leave,
}: CorporationFormProps) {
  const { id, version, ...facts } = readFragment(CorporationForm_corporation, corporation)
  const text = useCorporationText()
  const edit = useCommand(Edit)
  const { look, sentence } = useNumberCheck()
  const form = useForm<CorporationValues>({
    defaultValues: {
      name: facts.name,
      kana: facts.kana ?? '',
      kind: facts.kind,
      corporateNumber: facts.corporateNumber ?? '',
      seatPostalCode: facts.seatPostalCode ?? '',
      seatMunicipalityCode: facts.seatMunicipalityCode ?? '',
      seatAddress: facts.seatAddress ?? '',
      phone: facts.phone ?? '',
      url: facts.url ?? '',
    },
    follows: true,
    draft: {
      key: `corporation-basic:${id}`,
      title: text.basic.title,
      path: `/corporations/${id}/edit/basic`,
    },
  })
  const submit = async (values: CorporationValues) => {
    const number = values.corporateNumber
    if (number !== '' && number !== facts.corporateNumber) {
      const alike = await look('', number)
      if (alike?.numberProblem) return refuseAt('corporateNumber', 'CORPORATE_NUMBER_WRONG')
    }
    return edit({ input: { corporationId: id, version, ...values } })
  }
  return (
    <Form form={form} submit={submit} onDone={() => onDone(text.basic.saved)} onConflict={onConflict}>
      <CorporationFields municipalities={municipalities} numberSentence={sentence} />
      <FormEnd
        submit={text.basic.save}
        statement={<ActingStatement>{own ? text.own : text.notOwn}</ActingStatement>}
      >
        {leave}
      </FormEnd>
    </Form>
  )
}
