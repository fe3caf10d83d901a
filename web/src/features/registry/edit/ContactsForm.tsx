import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import { useCommand } from '../../../lib/command.ts'
import { emptyDate, isoOf, toEntry } from '../../../lib/dates.ts'
import { toDigits } from '../../../lib/digits.ts'
import { useFacilityEditText } from '../../../locales/facility-edit.ts'
import { DateFields } from '../../../ui/DateFields/DateFields.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { RadioGroup } from '../../../ui/Radio/RadioGroup.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { BlockForm } from './BlockForm.tsx'
import { emailAddress, orNull, phoneNumber, typedOf } from './entries.ts'
import { RowsField } from './RowsField.tsx'

const ContactsForm_facility = graphql(`
  fragment ContactsForm_facility on Facility {
    id
    version
    ...BlockForm_facility
    contacts(first: 20) {
      nodes {
        id
        roleTitle
        personName
        personKana
        dayPhone
        nightPhone
        email
        backupName
        backupPhone
        sinceOn
        audience
      }
    }
  }
`)

const Edit = graphql(`
  mutation ContactsForm_editFacilityContacts($input: EditFacilityContactsInput!) {
    editFacilityContacts(input: $input) {
      __typename
      ... on EditFacilityContactsPayload {
        facility {
          id
          ...ContactsForm_facility
          ...ConfirmBlock_facility
          ...ConfirmationHistory_facility
        }
      }
      ...Refusal
    }
  }
`)

const AUDIENCES = ['NETWORK', 'SECRETARIAT'] as const
type Audience = (typeof AUDIENCES)[number]

const empty = () => ({
  id: null as string | null,
  roleTitle: '',
  personName: '',
  personKana: '',
  dayPhone: '',
  nightPhone: '',
  email: '',
  backupName: '',
  backupPhone: '',
  sinceOn: emptyDate,
  audience: 'NETWORK' as Audience,
})

/** 「連絡先を直す」: all contacts of a facility on one page, in the order of calling. */
export function ContactsForm({ facility: given }: { facility: FragmentType<typeof ContactsForm_facility> }) {
  const facility = readFragment(ContactsForm_facility, given)
  const edit = useFacilityEditText()
  const text = edit.contacts
  const send = useCommand(Edit)
  const form = useForm({
    defaultValues: {
      version: facility.version,
      contacts: facility.contacts.nodes.map((row) => ({
        id: row.id as string | null,
        roleTitle: row.roleTitle,
        personName: typedOf(row.personName),
        personKana: typedOf(row.personKana),
        dayPhone: typedOf(row.dayPhone),
        nightPhone: typedOf(row.nightPhone),
        email: typedOf(row.email),
        backupName: typedOf(row.backupName),
        backupPhone: typedOf(row.backupPhone),
        sinceOn: toEntry(row.sinceOn),
        audience: row.audience,
      })),
    },
    draft: {
      key: `facility-contacts:${facility.id}`,
      title: edit.titles.CONTACTS,
      path: `/facilities/${facility.id}/edit/contacts`,
    },
  })
  return (
    <BlockForm
      form={form}
      facility={facility}
      block="CONTACTS"
      submit={({ version, contacts }) =>
        send({
          input: {
            facilityId: facility.id,
            version,
            contacts: contacts.map((row) => ({
              id: row.id,
              roleTitle: row.roleTitle,
              personName: orNull(row.personName),
              personKana: orNull(row.personKana),
              dayPhone: orNull(row.dayPhone),
              nightPhone: orNull(row.nightPhone),
              email: orNull(row.email),
              backupName: orNull(row.backupName),
              backupPhone: orNull(row.backupPhone),
              sinceOn: isoOf(row.sinceOn),
              audience: row.audience,
            })),
          },
        })
      }
    >
      <RowsField name="contacts" nameField="roleTitle" empty={empty} addLabel={text.add} most={20} ordered>
        {(path) => (
          <>
            <TextField
              name={`${path}.roleTitle`}
              label={text.role}
              support={text.roleSupport}
              required
              maxLength={100}
              width="name"
            />
            <TextField
              name={`${path}.personName`}
              label={text.person}
              support={text.personSupport}
              maxLength={100}
              width="name"
            />
            <TextField
              name={`${path}.personKana`}
              label={text.kana}
              support={text.kanaSupport}
              maxLength={100}
              width="name"
            />
            <TextField
              name={`${path}.dayPhone`}
              label={text.day}
              support={text.daySupport}
              type="tel"
              checks={phoneNumber}
              clean={toDigits}
              width="tel"
            />
            <TextField
              name={`${path}.nightPhone`}
              label={text.night}
              support={text.nightSupport}
              type="tel"
              checks={phoneNumber}
              clean={toDigits}
              width="tel"
            />
            <TextField
              name={`${path}.email`}
              label={text.email}
              support={text.emailSupport}
              type="email"
              checks={emailAddress}
              inputMode="email"
              clean={toDigits}
              width="mail"
            />
            <TextField name={`${path}.backupName`} label={text.backup} maxLength={100} width="name" />
            <TextField
              name={`${path}.backupPhone`}
              label={text.backupPhone}
              type="tel"
              checks={phoneNumber}
              clean={toDigits}
              width="tel"
            />
            <DateFields name={`${path}.sinceOn`} label={text.since} />
            <RadioGroup
              name={`${path}.audience`}
              label={text.audience}
              required
              options={AUDIENCES.map((value) => ({
                value,
                label: text.audiences[value],
                support: value === 'SECRETARIAT' ? text.secretariatSupport : undefined,
              }))}
            />
          </>
        )}
      </RowsField>
    </BlockForm>
  )
}
