import { graphql } from '../../generated/gql.ts'
import type { FeeUnit } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { toDigits } from '../../lib/digits.ts'
import { shortName } from '../../locales/short-name.ts'
import { useTiesText } from '../../locales/ties.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextAreaField } from '../../ui/TextArea/TextAreaField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { FEE_UNITS } from './tie-input.ts'

const Offer = graphql(`
  mutation OfferForm_offer($input: OfferServiceInput!) {
    offerService(input: $input) {
      ... on OfferServicePayload {
        collaborationService {
          id
          name
        }
      }
      ...Refusal
    }
  }
`)

interface OfferFormProps {
  platformId: string
  /** Who may be the hub: the own corporation, or every member for the secretariat. */
  providers: readonly { corporationId: string; name: string }[]
}

interface Values {
  providerId: string
  name: string
  scope: string
  feeYen: string
  feePer: FeeUnit | ''
}

/** Puts a service into the catalogue of a network. */
export function OfferForm({ platformId, providers }: OfferFormProps) {
  const texts = useTiesText()
  const text = texts.hub.offer
  const send = useCommand(Offer)
  const [only, ...others] = providers
  const defaultValues: Values = {
    providerId: others.length === 0 ? (only?.corporationId ?? '') : '',
    name: '',
    scope: '',
    feeYen: '',
    feePer: '',
  }
  const form = useForm<Values>({ defaultValues })
  return (
    <Form
      form={form}
      submit={({ providerId, name, scope, feeYen, feePer }) =>
        send({
          input: {
            platformId,
            providerId,
            name,
            scope,
            feeYen: feeYen.trim() === '' ? undefined : Number(toDigits(feeYen).replaceAll(',', '')),
            feePer: feePer === '' ? undefined : feePer,
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={() => {
        form.hookForm.reset(defaultValues)
        announce(text.done)
      }}
    >
      {others.length > 0 && (
        <SelectField
          name="providerId"
          label={text.provider}
          required
          options={providers.map(({ corporationId, name }) => ({
            value: corporationId,
            label: shortName(name),
          }))}
        />
      )}
      <TextField name="name" label={text.name} support={text.nameSupport} required maxLength={60} />
      <TextAreaField
        name="scope"
        label={texts.hub.offer.scope}
        support={text.scopeSupport}
        required
        maxLength={500}
      />
      <TextField name="feeYen" label={text.fee} support={text.feeSupport} inputMode="numeric" width="tel" />
      <SelectField
        name="feePer"
        label={text.per}
        options={FEE_UNITS.map((value) => ({ value, label: texts.values[value] }))}
        errors={{ REQUIRED: texts.form.errors.required }}
      />
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}
