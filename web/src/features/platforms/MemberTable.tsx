import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMembersText } from '../../locales/members.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { SampleBadge } from '../../ui/SampleBadge/SampleBadge.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { stateOf } from './member-search.ts'

const MemberTable_membership = graphql(`
  fragment MemberTable_membership on PlatformMembership {
    id
    memberClass
    votes
    votesBasis
    startsOn
    endsOn
    corporation {
      id
      name
      sample
    }
    suspensions(first: 1, on: $day) {
      totalCount
    }
  }
`)

interface MemberTableProps {
  memberships: readonly FragmentType<typeof MemberTable_membership>[]
  classes: readonly { code: string; name: string; votes: number }[]
  /** The day as of which they are listed. */
  day: string
}

/** Members of a network on a day, each with its kind, votes and times. */
export function MemberTable({ memberships: given, classes, day }: MemberTableProps) {
  const { list: text, none } = useMembersText()
  const language = useLanguage()
  const memberships = readFragment(MemberTable_membership, given)
  const kinds = new Map(classes.map((one) => [one.code, one]))
  return (
    <Table caption={text.caption} captionHidden dense>
      <thead>
        <tr>
          <Head>{text.columns.corporation}</Head>
          <Head>{text.columns.class}</Head>
          <Head numeric>{text.columns.votes}</Head>
          <Head>{text.columns.since}</Head>
          <Head>{text.columns.until}</Head>
          <Head>{text.columns.state}</Head>
        </tr>
      </thead>
      <tbody>
        {memberships.map(
          ({ id, corporation, memberClass, votes, votesBasis, startsOn, endsOn, suspensions }) => {
            const kind = kinds.get(memberClass)
            const suspended = suspensions.totalCount > 0
            return (
              <tr key={id}>
                <th scope="row">
                  <Link
                    to="/network/members/$membershipId"
                    params={{ membershipId: id }}
                    aria-label={text.open(corporation.name)}
                  >
                    {corporation.name}
                  </Link>
                  {corporation.sample && <SampleBadge />}
                </th>
                <Cell label={text.columns.class}>{kind?.name ?? memberClass}</Cell>
                <Cell label={text.columns.votes} numeric>
                  {text.votesOf(suspended ? 0 : (votes ?? kind?.votes ?? 0))}
                  {votesBasis && <span className="yui-row-note">{text.ownVotes(votesBasis)}</span>}
                </Cell>
                <Cell label={text.columns.since}>
                  <time dateTime={startsOn}>{formatDate(startsOn, language)}</time>
                </Cell>
                <Cell label={text.columns.until}>
                  {endsOn ? <time dateTime={endsOn}>{formatDate(endsOn, language)}</time> : none}
                </Cell>
                <Cell label={text.columns.state}>
                  {text.states[stateOf({ startsOn, endsOn }, suspended, day)]}
                </Cell>
              </tr>
            )
          },
        )}
      </tbody>
    </Table>
  )
}
