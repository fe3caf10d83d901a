import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
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
      }
    }
  }
`)

/** Whom to call at a facility; the API gives them to members only. */
export function ContactList({ facility }: { facility: FragmentType<typeof ContactList_facility> }) {
  const { contacts, sample } = readFragment(ContactList_facility, facility)
  const text = useRegistryText().facility
  const columns = text.contactColumns
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
          {contacts.nodes.map(({ id, roleTitle, personName, dayPhone, nightPhone }) => (
            <tr key={id}>
              <th scope="row">{roleTitle}</th>
              <Cell label={columns.name}>{personName ?? text.none}</Cell>
              <Cell label={columns.day}>{dayPhone ? <PhoneLink number={dayPhone} /> : text.none}</Cell>
              <Cell label={columns.night}>{nightPhone ? <PhoneLink number={nightPhone} /> : text.none}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="prose-note mt-4">{text.contactsForMembers}</p>
    </>
  )
}
