import { useFieldArray } from 'react-hook-form'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import type { ContactAudience } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, isoOf, toEntry, type DateEntry } from '../../lib/dates.ts'
import { toDigits } from '../../lib/digits.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Section } from '../../ui/Page/Page.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import type { PartFormProps } from './part-form.ts'

const CorporationContactsForm_corporation = graphql(`
  fragment CorporationContactsForm_corporation on Corporation {
    id
    version
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
  mutation CorporationContactsForm_edit($input: EditCorporationContactsInput!) {
    editCorporationContacts(input: $input) {
      __typename
      ... on EditCorporationContactsPayload {
        corporation {
          id
          ...CorporationContactsForm_corporation
          ...CorporationContacts_corporation
          ...ConfirmCorporation_corporation
        }
      }
      ...Refusal
    }
  }
`)

interface CorporationContactsFormProps extends PartFormProps {
  corporation: FragmentType<typeof CorporationContactsForm_corporation>
}

interface ContactValues {
  roleTitle: string
  personName: string
  personKana: string
  dayPhone: string
  nightPhone: string
  email: string
  backupName: string
  backupPhone: string
  sinceOn: DateEntry
  audience: ContactAudience
}

const empty: ContactValues = {
  roleTitle: '',
  personName: '',
  personKana: '',
  dayPhone: '',
  nightPhone: '',
  email: '',
  backupName: '',
  backupPhone: '',
  sinceOn: emptyDate,
  audience: 'NETWORK',
}
const MOST = 20

/** Whom to call at the head office, the first to be called first. */
export function CorporationContactsForm({
  corporation,
  own,
  onDone,
  onConflict,
  leave,
}: CorporationContactsFormProps) {
  const { id, version, contacts } = readFragment(CorporationContactsForm_corporation, corporation)
  const all = useCorporationText()
  const text = all.contacts
  const edit = useCommand(Edit)
  const form = useForm<{ contacts: ContactValues[] }>({
    defaultValues: {
      contacts:
        contacts.nodes.length === 0
          ? [empty]
          : contacts.nodes.map((contact) => ({
              roleTitle: contact.roleTitle,
              personName: contact.personName ?? '',
              personKana: contact.personKana ?? '',
              dayPhone: contact.dayPhone ?? '',
              nightPhone: contact.nightPhone ?? '',
              email: contact.email ?? '',
              backupName: contact.backupName ?? '',
              backupPhone: contact.backupPhone ?? '',
              sinceOn: toEntry(contact.sinceOn),
              audience: contact.audience,
            })),
    },
    follows: true,
    draft: {
      key: `corporation-contacts:${id}`,
      title: text.title,
      path: `/corporations/${id}/edit/contacts`,
    },
  })
  const { fields, append, remove } = useFieldArray({ control: form.hookForm.control, name: 'contacts' })
  const phoneErrors = { PHONE_UNREADABLE: text.wrong.PHONE_UNREADABLE }
  return (
    <Form
      form={form}
      submit={({ contacts: typed }) =>
        edit({
          input: {
            corporationId: id,
            version,
            contacts: typed.map(({ sinceOn, ...contact }) => ({ ...contact, sinceOn: isoOf(sinceOn) })),
          },
        })
      }
      onDone={() => onDone(text.saved)}
      onConflict={onConflict}
    >
      {fields.map(({ id: key }, n) => (
        <Section
          key={key}
          title={text.nth(n + 1)}
          tools={
            <Button kind="text" onClick={() => remove(n)}>
              {text.remove(n + 1)}
            </Button>
          }
        >
          <TextField
            name={`contacts.${n}.roleTitle`}
            label={text.roleTitle}
            support={text.roleSupport}
            required
            maxLength={40}
            width="name"
          />
          <TextField
            name={`contacts.${n}.personName`}
            label={text.personName}
            support={text.personSupport}
            maxLength={60}
            width="name"
          />
          <TextField name={`contacts.${n}.personKana`} label={text.personKana} maxLength={60} width="name" />
          <TextField
            name={`contacts.${n}.dayPhone`}
            label={text.dayPhone}
            support={text.phoneSupport}
            type="tel"
            width="tel"
            clean={toDigits}
            errors={{ ...phoneErrors, PHONE_MISSING: text.wrong.PHONE_MISSING }}
          />
          <TextField
            name={`contacts.${n}.nightPhone`}
            label={text.nightPhone}
            support={text.nightSupport}
            type="tel"
            width="tel"
            clean={toDigits}
            errors={phoneErrors}
          />
          <TextField
            name={`contacts.${n}.email`}
            label={text.email}
            type="email"
            width="mail"
            clean={toDigits}
            errors={{ EMAIL_WRONG: text.wrong.EMAIL_WRONG }}
          />
          <TextField name={`contacts.${n}.backupName`} label={text.backupName} maxLength={60} width="name" />
          <TextField
            name={`contacts.${n}.backupPhone`}
            label={text.backupPhone}
            type="tel"
            width="tel"
            clean={toDigits}
            errors={{ ...phoneErrors, REQUIRED: text.wrong.BACKUP_PHONE }}
          />
          <DateFields name={`contacts.${n}.sinceOn`} label={text.sinceOn} />
          <RadioGroup
            name={`contacts.${n}.audience`}
            label={text.audience}
            required
            options={Object.entries(text.audienceChoices).map(([value, label]) => ({ value, label }))}
          />
        </Section>
      ))}
      {fields.length < MOST && (
        <div className="mt-8">
          <Button onClick={() => append(empty)}>{text.add}</Button>
        </div>
      )}
      <FormEnd submit={text.save} statement={<ActingStatement>{own ? all.own : all.notOwn}</ActingStatement>}>
        {leave}
      </FormEnd>
    </Form>
  )
}
