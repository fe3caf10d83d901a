import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { PhoneLink } from './PhoneLink.tsx'

export const ContactList_facility = graphql(`
  fragment ContactList_facility on Facility {
    id
    sample
    contacts(first: 20) {
      nodes {
        id
        roleTitle
        personName
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

/** Whom to call at a facility; the API gives them to members only. */
export function ContactList({ facility }: { facility: FragmentType<typeof ContactList_facility> }) {
  const { contacts, sample } = readFragment(ContactList_facility, facility)
  const text = useRegistryText().facility
  const columns = text.contactColumns
  const language = useLanguage()
  // A real facility has no contacts before its people register them; a sample one hides them from others.
  if (contacts.nodes.length === 0) return <p>{sample ? text.contactsOnlyMembers : text.noContacts}</p>
  return (
    <>
      <Table caption={text.contactsCaption} captionHidden>
        <thead>
          <tr>
            <Head>{columns.role}</Head>
            <Head>{columns.name}</Head>
            <Head>{columns.day}</Head>
            <Head>{columns.night}</Head>
          </tr>
        </thead>
        <tbody>
          {contacts.nodes.map((contact) => (
            <tr key={contact.id}>
              <th scope="row">
                {contact.roleTitle}
                {contact.audience === 'SECRETARIAT' && (
                  <span className="prose-note block">{text.contactSecretariat}</span>
                )}
              </th>
              <Cell label={columns.name}>
                {contact.personName ?? text.none}
                {contact.sinceOn && (
                  <span className="prose-note block">
                    {text.contactSince(formatDate(contact.sinceOn, language))}
                  </span>
                )}
                {contact.email && (
                  <span className="prose-note block break-all">
                    <a href={`mailto:${contact.email}`}>{contact.email}</a>
                  </span>
                )}
              </Cell>
              <Cell label={columns.day}>
                {contact.dayPhone ? <PhoneLink number={contact.dayPhone} /> : text.none}
              </Cell>
              <Cell label={columns.night}>
                {contact.nightPhone ? <PhoneLink number={contact.nightPhone} /> : text.none}
                {contact.backupName && (
                  <span className="prose-note block">
                    {text.contactBackup(contact.backupName)}{' '}
                    {contact.backupPhone && <PhoneLink number={contact.backupPhone} />}
                  </span>
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="prose-note mt-4">{text.contactsForMembers}</p>
    </>
  )
}
