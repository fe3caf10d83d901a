import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { PhoneLink } from './PhoneLink.tsx'

const CorporationContacts_corporation = graphql(`
  fragment CorporationContacts_corporation on Corporation {
    id
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
        audience
      }
    }
  }
`)

interface CorporationContactsProps {
  corporation: FragmentType<typeof CorporationContacts_corporation>
  /** The asker belongs to those who could see contacts. */
  signedIn: boolean
}

/** Whom to call at a corporation's head office; the API gives them to whom they are for. */
export function CorporationContacts({ corporation, signedIn }: CorporationContactsProps) {
  const { contacts } = readFragment(CorporationContacts_corporation, corporation)
  const text = useCorporationText().contacts
  const { columns } = text
  if (contacts.nodes.length === 0) return <p>{signedIn ? text.none : text.hidden}</p>
  return (
    <>
      <Table caption={text.caption} captionHidden>
        <thead>
          <tr>
            <Head>{columns.role}</Head>
            <Head>{columns.name}</Head>
            <Head>{columns.day}</Head>
            <Head>{columns.night}</Head>
            <Head>{columns.backup}</Head>
            <Head>{columns.audience}</Head>
          </tr>
        </thead>
        <tbody>
          {contacts.nodes.map((contact) => (
            <tr key={contact.id}>
              <th scope="row">{contact.roleTitle}</th>
              <Cell label={columns.name}>
                {contact.personName ?? text.nobody}
                {contact.email && (
                  <>
                    <br />
                    <a href={`mailto:${contact.email}`}>{contact.email}</a>
                  </>
                )}
              </Cell>
              <Cell label={columns.day}>
                {contact.dayPhone ? <PhoneLink number={contact.dayPhone} /> : text.nobody}
              </Cell>
              <Cell label={columns.night}>
                {contact.nightPhone ? <PhoneLink number={contact.nightPhone} /> : text.nobody}
              </Cell>
              <Cell label={columns.backup}>
                {contact.backupName ?? (contact.backupPhone ? '' : text.nobody)}
                {contact.backupName && contact.backupPhone && <br />}
                {contact.backupPhone && <PhoneLink number={contact.backupPhone} />}
              </Cell>
              <Cell label={columns.audience}>{text.audiences[contact.audience]}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="prose-note mt-4">{text.hidden}</p>
    </>
  )
}
