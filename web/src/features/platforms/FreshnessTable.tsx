import { useNetworkText } from '../../locales/network.ts'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { BUCKETS, type Bucket } from './buckets.ts'

interface FreshnessTableProps {
  counts: Readonly<Record<Bucket, number>>
  total: number
}

/** How recent the facts of a network's facilities are: numbers, shares, and a bar that says the same. */
export function FreshnessTable({ counts, total }: FreshnessTableProps) {
  const text = useNetworkText()
  const columns = text.freshnessColumns
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
        {BUCKETS.map((bucket) => (
          <tr key={bucket}>
            <th scope="row">{text.buckets[bucket]}</th>
            <Cell label={columns.count} numeric>
              {counts[bucket]}
            </Cell>
            <Cell label={columns.share} numeric>
              {share(counts[bucket])}%
            </Cell>
            <Cell label={columns.bar} desktopOnly>
              <svg
                className="yui-share"
                data-bucket={bucket}
                viewBox="0 0 100 4"
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <rect width={share(counts[bucket])} height="4" />
              </svg>
            </Cell>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{text.total}</th>
          <Cell label={columns.count} numeric>
            {total}
          </Cell>
          <Cell label={columns.share} numeric>
            100%
          </Cell>
          <Cell label={columns.bar} desktopOnly />
        </tr>
      </tfoot>
    </Table>
  )
}
