import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import type { MistakeTable_ReportFragment } from '../../../generated/graphql.ts'
import { formatDay } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useMistakesText } from '../../../locales/mistakes.ts'
import { Link } from '../../../ui/Link/Link.tsx'
import { SampleBadge } from '../../../ui/SampleBadge/SampleBadge.tsx'
import { Cell, Head, Table } from '../../../ui/Table/Table.tsx'
import { SettleMistake } from './SettleMistake.tsx'

const MistakeTable_report = graphql(`
  fragment MistakeTable_report on MistakeReport {
    id
    topic
    text
    reportedAt
    settledAt
    outcome
    outcomeNote
    version
    settledBy {
      id
      name
    }
    facility {
      id
      name
      sample
    }
    corporation {
      id
      name
      sample
    }
  }
`)

interface MistakeTableProps {
  reports: readonly FragmentType<typeof MistakeTable_report>[]
  /** A report was settled, or somebody else was faster. */
  onSettled: () => void
}

/** What was reported, about which page, and what came of it. */
export function MistakeTable({ reports, onSettled }: MistakeTableProps) {
  const { caption, columns } = useMistakesText()
  return (
    <Table caption={caption} captionHidden>
      <thead>
        <tr>
          <Head>{columns.report}</Head>
          <Head>{columns.page}</Head>
          <Head>{columns.reported}</Head>
          <Head>{columns.action}</Head>
        </tr>
      </thead>
      <tbody>
        {readFragment(MistakeTable_report, reports).map((report) => (
          <Row key={report.id} report={report} onSettled={onSettled} />
        ))}
      </tbody>
    </Table>
  )
}

function Row({ report, onSettled }: { report: MistakeTable_ReportFragment; onSettled: () => void }) {
  const text = useMistakesText()
  const language = useLanguage()
  const { facility, corporation, topic, reportedAt, settledAt, settledBy, outcome, outcomeNote } = report
  const place = facility ?? corporation
  return (
    <tr>
      <th scope="row">
        {text.topics[topic]}
        <span className="yui-row-note whitespace-pre-line">{report.text}</span>
      </th>
      <Cell label={text.columns.page}>
        {facility && (
          <Link to="/facilities/$facilityId" params={{ facilityId: facility.id }}>
            {facility.name}
          </Link>
        )}
        {corporation && (
          <Link to="/corporations/$corporationId" params={{ corporationId: corporation.id }}>
            {corporation.name}
          </Link>
        )}
        {place?.sample && <SampleBadge />}
      </Cell>
      <Cell label={text.columns.reported}>{formatDay(reportedAt, language)}</Cell>
      <Cell label={text.columns.action}>
        {outcome && settledAt ? (
          <>
            {text.outcomes[outcome]}
            {outcomeNote && <span className="yui-row-note">{outcomeNote}</span>}
            <span className="yui-row-note">
              {text.settledBy(formatDay(settledAt, language), settledBy?.name ?? '')}
            </span>
          </>
        ) : (
          <SettleMistake
            reportId={report.id}
            version={report.version}
            name={place?.name ?? ''}
            onSettled={onSettled}
          />
        )}
      </Cell>
    </tr>
  )
}
