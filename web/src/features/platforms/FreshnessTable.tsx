import { useNetworkText } from '../../locales/network.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { AGES } from './network-search.ts'

/** How many facilities were confirmed how long ago, as the API counts them. */
export interface AgeCounts {
  total: number
  quarter: number
  year: number
  older: number
  never: number
}

const KEYS = { QUARTER: 'quarter', YEAR: 'year', OLDER: 'older', NEVER: 'never' } as const

/** How many of a count are of an age. */
export const countOf = (counts: AgeCounts, age: (typeof AGES)[number]): number => counts[KEYS[age]]

interface FreshnessTableProps {
  platformId: string
  counts: AgeCounts
}

/** How recent the facts of a network's facilities are: numbers, shares, and a bar that says the same. */
export function FreshnessTable({ platformId, counts }: FreshnessTableProps) {
  const text = useNetworkText()
  const columns = text.freshnessColumns
  const { total } = counts
  const share = (count: number) => (total === 0 ? 0 : Math.round((count / total) * 100))
  return (
    <Table caption={text.freshnessCaption} captionHidden dense>
      <thead>
        <tr>
          <Head>{columns.since}</Head>
          <Head numeric>{columns.count}</Head>
          <Head numeric>{columns.share}</Head>
          <th scope="col" className="w-1/2">
            <span className="sr-only">{columns.bar}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {AGES.map((age) => {
          const count = countOf(counts, age)
          return (
            <tr key={age}>
              <th scope="row">{text.ages[age]}</th>
              <Cell label={columns.count} numeric>
                <Link to="/network/facilities" search={{ id: platformId, ages: [age] }}>
                  {count}
                </Link>
              </Cell>
              <Cell label={columns.share} numeric>
                {share(count)}%
              </Cell>
              <Cell label={columns.bar} desktopOnly>
                <svg
                  className="yui-share"
                  data-age={age}
                  viewBox="0 0 100 4"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                >
                  <rect width={share(count)} height="4" />
                </svg>
              </Cell>
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{text.total}</th>
          <Cell label={columns.count} numeric>
            <Link to="/network/facilities" search={{ id: platformId }}>
              {total}
            </Link>
          </Cell>
          <Cell label={columns.share} numeric>
            {total === 0 ? 0 : 100}%
          </Cell>
          <Cell label={columns.bar} desktopOnly />
        </tr>
      </tfoot>
    </Table>
  )
}
