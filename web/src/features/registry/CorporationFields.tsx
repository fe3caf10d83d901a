import type { CorporationKind } from '../../generated/graphql.ts'
import { toDigits } from '../../lib/digits.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'

/** What the fields hold while they are typed. */
export interface CorporationValues {
  name: string
  kana: string
  kind: CorporationKind
  corporateNumber: string
  seatPostalCode: string
  seatMunicipalityCode: string
  seatAddress: string
  phone: string
  url: string
}

interface CorporationFieldsProps {
  municipalities: readonly { code: string; name: string }[]
  /** What is wrong with the 法人番号, in words. */
  numberSentence: string
  /** Sentences for what a form finds out about the name or number by itself. */
  nameErrors?: Record<string, string>
  numberErrors?: Record<string, string>
}

/** Name, number, seat and telephone of a corporation, as registering and correcting ask for them. */
export function CorporationFields({
  municipalities,
  numberSentence,
  nameErrors,
  numberErrors,
}: CorporationFieldsProps) {
  const text = useCorporationText().basic
  const { kinds } = useRegistryText().corporation
  return (
    <>
      <TextField
        name="name"
        label={text.name}
        support={text.nameSupport}
        required
        maxLength={120}
        errors={nameErrors ?? {}}
      />
      <TextField name="kana" label={text.kana} maxLength={200} />
      <SelectField
        name="kind"
        label={text.kind}
        required
        options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        name="corporateNumber"
        label={text.number}
        support={text.numberSupport}
        inputMode="numeric"
        width="tel"
        maxLength={40}
        clean={toDigits}
        errors={{ ...(numberSentence && { CORPORATE_NUMBER_WRONG: numberSentence }), ...numberErrors }}
      />
      <TextField
        name="seatPostalCode"
        label={text.postalCode}
        inputMode="numeric"
        width="code"
        clean={toDigits}
        errors={{ POSTAL_CODE_WRONG: text.wrong.POSTAL_CODE_WRONG }}
      />
      <SelectField
        name="seatMunicipalityCode"
        label={text.municipality}
        support={text.municipalitySupport}
        options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <TextField name="seatAddress" label={text.address} support={text.addressSupport} maxLength={200} />
      <TextField
        name="phone"
        label={text.phone}
        type="tel"
        width="tel"
        clean={toDigits}
        errors={{ PHONE_UNREADABLE: text.wrong.PHONE_UNREADABLE }}
      />
      <TextField
        name="url"
        label={text.url}
        width="mail"
        clean={toDigits}
        errors={{ URL_UNREADABLE: text.wrong.URL_UNREADABLE }}
      />
    </>
  )
}
