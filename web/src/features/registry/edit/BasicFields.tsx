import { useQuery } from 'urql'
import { graphql } from '../../../generated/gql.ts'
import { emptyDate, isoOf, type DateEntry } from '../../../lib/dates.ts'
import { toDigits } from '../../../lib/digits.ts'
import { useFacilityEditText } from '../../../locales/facility-edit.ts'
import { DateFields } from '../../../ui/DateFields/DateFields.tsx'
import { SelectField } from '../../../ui/Select/SelectField.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { numberOf, orNull, phoneNumber, wholeNumber } from './entries.ts'
import { PointPicker } from './PointPicker.tsx'
import { PostalFill } from './PostalFill.tsx'

const Municipalities = graphql(`
  query BasicFieldsMunicipalities {
    municipalities(first: 100) {
      nodes {
        id
        code
        name
      }
    }
  }
`)

/** The facts of the block BASIC as they stand in boxes. */
export interface BasicEntries {
  name: string
  kana: string
  postalCode: string
  municipalityCode: string
  address: string
  building: string
  latitude: string
  longitude: string
  phone: string
  fax: string
  url: string
  capacity: string
  openedOn: DateEntry
}

export const noBasicEntries: BasicEntries = {
  name: '',
  kana: '',
  postalCode: '',
  municipalityCode: '',
  address: '',
  building: '',
  latitude: '',
  longitude: '',
  phone: '',
  fax: '',
  url: '',
  capacity: '',
  openedOn: emptyDate,
}

/** The same as the API takes it. */
export const basicFactsOf = (typed: BasicEntries) => ({
  name: typed.name,
  kana: typed.kana,
  postalCode: orNull(typed.postalCode),
  municipalityCode: typed.municipalityCode,
  address: typed.address,
  building: orNull(typed.building),
  latitude: numberOf(typed.latitude),
  longitude: numberOf(typed.longitude),
  phone: orNull(typed.phone),
  fax: orNull(typed.fax),
  url: orNull(typed.url),
  capacity: numberOf(typed.capacity),
  openedOn: isoOf(typed.openedOn),
})

/** Name, place and size of a facility. `prefix` goes before the names of the fields. */
export function BasicFields({ prefix = '' }: { prefix?: string }) {
  const text = useFacilityEditText().basic
  const [{ data }] = useQuery({ query: Municipalities })
  // The municipalities are options of a select: without them the facility would seem to lie nowhere.
  if (!data) return null
  return (
    <>
      <TextField
        name={`${prefix}name`}
        label={text.name}
        support={text.nameSupport}
        required
        maxLength={200}
      />
      <TextField name={`${prefix}kana`} label={text.kana} support={text.kanaSupport} maxLength={200} />
      <PostalFill prefix={prefix} />
      <SelectField
        name={`${prefix}municipalityCode`}
        label={text.municipality}
        required
        options={data.municipalities.nodes.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <TextField
        name={`${prefix}address`}
        label={text.address}
        support={text.addressSupport}
        required
        maxLength={300}
      />
      <TextField name={`${prefix}building`} label={text.building} maxLength={200} />
      <TextField
        name={`${prefix}phone`}
        label={text.phone}
        support={text.phoneSupport}
        type="tel"
        checks={phoneNumber}
        clean={toDigits}
        width="tel"
      />
      <TextField
        name={`${prefix}fax`}
        label={text.fax}
        type="tel"
        checks={phoneNumber}
        clean={toDigits}
        width="tel"
      />
      <TextField
        name={`${prefix}url`}
        label={text.url}
        support={text.urlSupport}
        type="url"
        inputMode="url"
        clean={toDigits}
        width="mail"
      />
      <TextField
        name={`${prefix}capacity`}
        label={text.capacity}
        support={text.capacitySupport}
        inputMode="numeric"
        clean={toDigits}
        checks={wholeNumber}
        width="code"
      />
      <DateFields name={`${prefix}openedOn`} label={text.openedOn} />
      <PointPicker prefix={prefix} />
    </>
  )
}
