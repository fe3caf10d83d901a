import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { formatDate, today } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Count, Figure, Figures } from '../../ui/Figures/Figures.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { SampleBadge } from '../../ui/SampleBadge/SampleBadge.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { FreshnessText } from '../registry/FreshnessText.tsx'
import { PhoneLink } from '../registry/PhoneLink.tsx'
import { bucketOf, countBuckets } from './buckets.ts'
import { FreshnessTable } from './FreshnessTable.tsx'

export const NetworkOverview_platform = graphql(`
  fragment NetworkOverview_platform on Platform {
    id
    memberCount
    memberships(first: 100) {
      nodes {
        id
        startsOn
        corporation {
          id
          name
          sample
          facilities(first: 30) {
            totalCount
            nodes {
              id
              name
              phone
              confirmedAt
              ...FreshnessText_facility
            }
          }
        }
      }
    }
  }
`)

/** A network at a glance: how recent the facts are, whom to ask, and who is a member. */
export function NetworkOverview({ platform }: { platform: FragmentType<typeof NetworkOverview_platform> }) {
  const { memberCount, memberships } = readFragment(NetworkOverview_platform, platform)
  const text = useNetworkText()
  const language = useLanguage()
  const members = memberships.nodes
  const facilities = members.flatMap(({ corporation }) =>
    corporation.facilities.nodes.map((facility) => ({ ...facility, corporation })),
  )
  const cut = members.some(
    ({ corporation }) => corporation.facilities.totalCount > corporation.facilities.nodes.length,
  )
  const now = today()
  const counts = countBuckets(
    facilities.map(({ confirmedAt }) => confirmedAt),
    now,
  )
  const toAsk = facilities
    .filter(({ confirmedAt }) => ['older', 'never'].includes(bucketOf(confirmedAt, now)))
    .toSorted((a, b) => (a.confirmedAt ?? '').localeCompare(b.confirmedAt ?? ''))

  return (
    <>
      <Figures>
        <Figure label={text.figures.members}>
          <a href="#members">
            <Count unit={text.units.corporations}>{memberCount}</Count>
          </a>
        </Figure>
        <Figure label={text.figures.facilities}>
          <a href="#members">
            <Count unit={text.units.facilities}>{facilities.length}</Count>
          </a>
        </Figure>
        <Figure label={text.figures.stale} note={text.ofFacilities(facilities.length)}>
          <a href="#to-ask">
            <Count unit={text.units.facilities}>{counts.older}</Count>
          </a>
        </Figure>
        <Figure label={text.figures.unconfirmed} note={text.ofFacilities(facilities.length)}>
          <a href="#to-ask">
            <Count unit={text.units.facilities}>{counts.never}</Count>
          </a>
        </Figure>
      </Figures>
      {cut && <p className="prose-note">{text.cut}</p>}

      <Section title={text.freshness}>
        <FreshnessTable counts={counts} total={facilities.length} />
      </Section>

      <Section title={text.toAsk} id="to-ask">
        {toAsk.length === 0 ? (
          <p>{text.toAskNone}</p>
        ) : (
          <Table caption={text.toAskCaption} captionHidden>
            <thead>
              <tr>
                <Head>{text.toAskColumns.facility}</Head>
                <Head>{text.toAskColumns.corporation}</Head>
                <Head>{text.toAskColumns.asOf}</Head>
                <Head>{text.toAskColumns.phone}</Head>
              </tr>
            </thead>
            <tbody>
              {toAsk.map((facility) => (
                <tr key={facility.id}>
                  <th scope="row">
                    <Link to="/facilities/$facilityId" params={{ facilityId: facility.id }}>
                      {facility.name}
                    </Link>
                  </th>
                  <Cell label={text.toAskColumns.corporation}>{facility.corporation.name}</Cell>
                  <Cell label={text.toAskColumns.asOf}>
                    <FreshnessText facility={facility} />
                  </Cell>
                  <Cell label={text.toAskColumns.phone}>
                    {facility.phone && <PhoneLink number={facility.phone} />}
                  </Cell>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </Section>

      <Section title={text.members(members.length)} id="members">
        <Table caption={text.membersCaption} captionHidden>
          <thead>
            <tr>
              <Head>{text.memberColumns.corporation}</Head>
              <Head>{text.memberColumns.facilities}</Head>
              <Head>{text.memberColumns.since}</Head>
            </tr>
          </thead>
          <tbody>
            {members.map(({ id, startsOn, corporation }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to="/corporations/$corporationId" params={{ corporationId: corporation.id }}>
                    {corporation.name}
                  </Link>
                  {corporation.sample && <SampleBadge />}
                </th>
                <Cell label={text.memberColumns.facilities}>
                  <ul className="grid gap-1">
                    {corporation.facilities.nodes.map((facility) => (
                      <li key={facility.id}>
                        <Link to="/facilities/$facilityId" params={{ facilityId: facility.id }}>
                          {facility.name}
                        </Link>{' '}
                        <span className="prose-note">
                          {text.buckets[bucketOf(facility.confirmedAt, now)]}
                        </span>
                      </li>
                    ))}
                  </ul>
                  {corporation.facilities.totalCount > corporation.facilities.nodes.length && (
                    <Link to="/corporations/$corporationId" params={{ corporationId: corporation.id }}>
                      {text.more(corporation.facilities.totalCount - corporation.facilities.nodes.length)}
                    </Link>
                  )}
                </Cell>
                <Cell label={text.memberColumns.since}>{formatDate(startsOn, language)}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </Section>
    </>
  )
}
