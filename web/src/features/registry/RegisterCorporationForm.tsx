import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { useCommand } from '../../lib/command.ts'
import { toDigits } from '../../lib/digits.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { Checkbox } from '../../ui/Checkbox/Checkbox.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { CorporationFields, type CorporationValues } from './CorporationFields.tsx'
import { refuseAt, useNumberCheck, type Alike } from './use-number-check.ts'

const Register = graphql(`
  mutation RegisterCorporationForm_register($input: RegisterCorporationInput!) {
    registerCorporation(input: $input) {
      __typename
      ... on RegisterCorporationPayload {
        corporation {
          id
          name
        }
      }
      ...Refusal
    }
  }
`)

interface Values extends CorporationValues {
  withFacility: 'yes' | 'no'
  facility: { name: string; serviceKindId: string; municipalityCode: string; address: string; phone: string }
}

interface RegisterCorporationFormProps {
  municipalities: readonly { code: string; name: string }[]
  serviceKinds: readonly { id: string; name: string }[]
  onDone: (corporationId: string) => void
  leave: React.ReactNode
}

/** One corporation with its one facility on one screen, or a corporation alone; similar ones are shown before saving. */
export function RegisterCorporationForm({
  municipalities,
  serviceKinds,
  onDone,
  leave,
}: RegisterCorporationFormProps) {
  const all = useCorporationText()
  const text = all.register
  const register = useCommand(Register)
  const { look, sentence } = useNumberCheck()
  const [sample, setSample] = useState(false)
  const [alike, setAlike] = useState<Alike & { of: string }>()
  const [unlike, setUnlike] = useState('')
  const form = useForm<Values>({
    defaultValues: {
      name: '',
      kana: '',
      kind: 'GENERAL',
      corporateNumber: '',
      seatPostalCode: '',
      seatMunicipalityCode: '',
      seatAddress: '',
      phone: '',
      url: '',
      withFacility: 'yes',
      facility: { name: '', serviceKindId: '', municipalityCode: '', address: '', phone: '' },
    },
    draft: { key: 'register-corporation', title: text.title, path: '/corporations/new' },
  })
  const withFacility = form.hookForm.watch('withFacility') === 'yes'
  const municipalityOptions = municipalities.map(({ code, name }) => ({ value: code, label: name }))

  const submit = async ({
    withFacility: both,
    facility,
    ...facts
  }: Values): Promise<Outcome<{ corporation?: { id: string } | null }>> => {
    const found = await look(facts.name, facts.corporateNumber)
    if (found?.numberProblem) return refuseAt('corporateNumber', 'CORPORATE_NUMBER_WRONG')
    setAlike(found && { ...found, of: facts.name })
    // Similar ones are shown first; nothing is saved before somebody has looked at them.
    if (found?.sameNumber) return refuseAt('corporateNumber', 'TAKEN')
    if (found && found.similar.length > 0 && unlike !== facts.name) return refuseAt('name', 'ALIKE')
    return register({
      input: {
        ...facts,
        sample,
        ...(both === 'yes' && { facility }),
        idempotencyKey: crypto.randomUUID(),
      },
    })
  }
  const done = ({ corporation }: { corporation?: { id: string } | null }) => {
    if (corporation) onDone(corporation.id)
  }
  return (
    <Form form={form} submit={submit} onDone={done}>
      <CorporationFields
        municipalities={municipalities}
        numberSentence={sentence}
        nameErrors={{ ALIKE: text.unlikeFirst }}
        numberErrors={{ TAKEN: text.same }}
      />
      <div className="mt-8">
        <Checkbox checked={sample} onChange={(event) => setSample(event.target.checked)}>
          {text.sample}
        </Checkbox>
      </div>
      <RadioGroup
        name="withFacility"
        label={text.withFacility}
        required
        options={Object.entries(text.withFacilityChoices).map(([value, label]) => ({ value, label }))}
      />
      {withFacility && (
        <Section title={text.facility}>
          <TextField name="facility.name" label={text.facilityName} required maxLength={120} />
          <SelectField
            name="facility.serviceKindId"
            label={text.service}
            required
            options={serviceKinds.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            name="facility.municipalityCode"
            label={text.facilityMunicipality}
            required
            options={municipalityOptions}
          />
          <TextField name="facility.address" label={text.facilityAddress} required maxLength={200} />
          <TextField
            name="facility.phone"
            label={text.facilityPhone}
            type="tel"
            width="tel"
            clean={toDigits}
            errors={{ PHONE_UNREADABLE: all.basic.wrong.PHONE_UNREADABLE }}
          />
        </Section>
      )}
      {alike?.sameNumber && (
        <Notice kind="bad">
          <p>{text.same}</p>
          <AlikeLink {...alike.sameNumber} />
        </Notice>
      )}
      {alike && !alike.sameNumber && alike.similar.length > 0 && (
        <Notice kind="bad">
          <p>{text.similar}</p>
          <ul>
            {alike.similar.map((corporation) => (
              <li key={corporation.id}>
                <AlikeLink {...corporation} />
              </li>
            ))}
          </ul>
          <Checkbox
            checked={unlike === alike.of}
            onChange={(event) => setUnlike(event.target.checked ? alike.of : '')}
          >
            {text.unlike}
          </Checkbox>
        </Notice>
      )}
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>}>
        {leave}
      </FormEnd>
    </Form>
  )
}

function AlikeLink({ id, name, seat, corporateNumber }: Alike['similar'][number]) {
  return (
    <>
      <Link to="/corporations/$corporationId" params={{ corporationId: id }}>
        {name}
      </Link>{' '}
      {seat} {corporateNumber}
    </>
  )
}
