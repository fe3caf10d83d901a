import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import type { NetworkOverview_FreshnessFragment } from '../../generated/graphql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Count, Figure, Figures } from '../../ui/Figures/Figures.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { SampleBadge } from '../../ui/SampleBadge/SampleBadge.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { countOf, FreshnessTable, type AgeCounts } from './FreshnessTable.tsx'
import { AGES, type NetworkSearch } from './network-search.ts'

const NetworkOverview_freshness = graphql(`
  fragment NetworkOverview_freshness on NetworkFreshness {
    facilities {
      ...AgeCounts
    }
    blocks {
      block
      counts {
        ...AgeCounts
      }
    }
    members {
      corporationId
      name
      sample
      startsOn
      counts {
        ...AgeCounts
      }
    }
  }
`)

const AgeCountsFragment = graphql(`
  fragment AgeCounts on ConfirmationAgeCounts {
    total
    quarter
    year
    older
    never
  }
`)

interface NetworkOverviewProps {
  platformId: string
  freshness: FragmentType<typeof NetworkOverview_freshness>
}

/** A network at a glance: how recent the facts are, as a whole, by block and by member. Every number opens its list. */
export function NetworkOverview({ platformId, freshness }: NetworkOverviewProps) {
  const { facilities, blocks, members } = readFragment(NetworkOverview_freshness, freshness)
  const text = useNetworkText()
  const counts = readFragment(AgeCountsFragment, facilities)
  return (
    <>
      <Figures>
        <Figure label={text.figures.members}>
          <a href="#members">
            <Count unit={text.units.corporations}>{members.length}</Count>
          </a>
        </Figure>
        <Figure label={text.figures.facilities}>
          <Link to="/network/facilities" search={{ id: platformId }}>
            <Count unit={text.units.facilities}>{counts.total}</Count>
          </Link>
        </Figure>
        <Figure label={text.figures.stale} note={text.ofFacilities(counts.total)}>
          <Link to="/network/facilities" search={{ id: platformId, ages: ['OLDER'] }}>
            <Count unit={text.units.facilities}>{counts.older}</Count>
          </Link>
        </Figure>
        <Figure label={text.figures.unconfirmed} note={text.ofFacilities(counts.total)}>
          <Link to="/network/facilities" search={{ id: platformId, ages: ['NEVER'] }}>
            <Count unit={text.units.facilities}>{counts.never}</Count>
          </Link>
        </Figure>
      </Figures>

      <Section title={text.freshness}>
        <FreshnessTable platformId={platformId} counts={counts} />
        <p className="prose-note mt-3">{text.freshnessNote}</p>
      </Section>

      <Section title={text.byBlock}>
        <CountTable
          caption={text.byBlockCaption}
          head={text.block}
          rows={blocks.map(({ block, counts: ofBlock }) => ({
            key: block,
            name: text.blocks[block],
            counts: readFragment(AgeCountsFragment, ofBlock),
            search: { id: platformId, block },
          }))}
        />
      </Section>

      <Section title={text.members(members.length)} id="members">
        <Members platformId={platformId} members={members} />
      </Section>
    </>
  )
}

function Members({
  platformId,
  members,
}: {
  platformId: string
  members: NetworkOverview_FreshnessFragment['members']
}) {
  const text = useNetworkText()
  const language = useLanguage()
  return (
    <CountTable
      caption={text.membersCaption}
      head={text.corporation}
      more={text.memberSince}
      rows={members.map(({ corporationId, name, sample, startsOn, counts }) => ({
        key: corporationId,
        name: (
          <>
            <Link to="/corporations/$corporationId" params={{ corporationId }}>
              {name}
            </Link>
            {sample && <SampleBadge />}
          </>
        ),
        counts: readFragment(AgeCountsFragment, counts),
        search: { id: platformId, member: corporationId },
        more: formatDate(startsOn, language),
      }))}
    />
  )
}

interface CountTableProps {
  caption: string
  head: string
  /** Head of a further column. */
  more?: string
  rows: readonly {
    key: string
    name: React.ReactNode
    counts: AgeCounts
    /** The list that the row counts. */
    search: NetworkSearch
    more?: string
  }[]
}

/** Ages that somebody has to do something about: on a phone these alone are shown. */
const TO_ASK: ReadonlySet<string> = new Set(['OLDER', 'NEVER'])

/** Counts by age, a row each; a zero is no link, for nothing is behind it. */
function CountTable({ caption, head, more, rows }: CountTableProps) {
  const text = useNetworkText()
  return (
    <Table caption={caption} captionHidden dense>
      <thead>
        <tr>
          <Head>{head}</Head>
          {more && <Head>{more}</Head>}
          <Head numeric>{text.freshnessColumns.count}</Head>
          {AGES.map((age) => (
            <Head key={age} numeric>
              {text.ages[age]}
            </Head>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, counts, search, more: last }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {more && (
              <Cell label={more} desktopOnly>
                {last}
              </Cell>
            )}
            <Cell label={text.freshnessColumns.count} numeric>
              <Opened count={counts.total} search={search} />
            </Cell>
            {AGES.map((age) => (
              <Cell key={age} label={text.ages[age]} numeric desktopOnly={!TO_ASK.has(age)}>
                <Opened count={countOf(counts, age)} search={{ ...search, ages: [age] }} />
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Opened({ count, search }: { count: number; search: NetworkSearch }) {
  if (count === 0) return count
  return (
    <Link to="/network/facilities" search={search}>
      {count}
    </Link>
  )
}
