import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMembersText } from '../../locales/members.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { SampleBadge } from '../../ui/SampleBadge/SampleBadge.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const ApplicationTable_application = graphql(`
  fragment ApplicationTable_application on MembershipApplication {
    id
    state
    memberClass
    invitedAt
    submittedAt
    corporation {
      id
      name
      sample
    }
  }
`)

interface ApplicationTableProps {
  applications: readonly FragmentType<typeof ApplicationTable_application>[]
  classes: readonly { code: string; name: string }[]
}

/** Applications and invitations of a network, latest first. */
export function ApplicationTable({ applications: given, classes }: ApplicationTableProps) {
  const { applications: text, none } = useMembersText()
  const language = useLanguage()
  const applications = readFragment(ApplicationTable_application, given)
  return (
    <Table caption={text.caption} captionHidden>
      <thead>
        <tr>
          <Head>{text.columns.corporation}</Head>
          <Head>{text.columns.class}</Head>
          <Head>{text.columns.when}</Head>
          <Head>{text.columns.state}</Head>
        </tr>
      </thead>
      <tbody>
        {applications.map(({ id, corporation, memberClass, submittedAt, invitedAt, state }) => {
          const when = submittedAt ?? invitedAt
          return (
            <tr key={id}>
              <th scope="row">
                <Link
                  to="/network/applications/$applicationId"
                  params={{ applicationId: id }}
                  aria-label={text.open(corporation.name)}
                >
                  {corporation.name}
                </Link>
                {corporation.sample && <SampleBadge />}
              </th>
              <Cell label={text.columns.class}>
                {classes.find(({ code }) => code === memberClass)?.name ?? memberClass}
              </Cell>
              <Cell label={text.columns.when}>
                {when ? <time dateTime={when}>{formatDate(when, language)}</time> : none}
              </Cell>
              <Cell label={text.columns.state}>{text.states[state]}</Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
