import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ReportPaper } from '../../features/disasters/ReportPaper.tsx'
import { graphql } from '../../generated/gql.ts'
import type { ReportPaperPageQuery } from '../../generated/graphql.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import '../../features/disasters/Disasters.css'

const ReportPaperPage_query = graphql(`
  query ReportPaperPage($eventId: ID!) {
    reportDesk(eventId: $eventId) {
      eventId
      name
      drill
      network
      helpPhone
      facilities {
        calledFacilityId
        name
        deadline
        report {
          id
          users
          building
          power
          water
          staff
          acceptance
          note
          reportedByName
          reportedAt
        }
      }
    }
  }
`)

const route = getRouteApi('/disasters/paper')
type Desk = NonNullable<ReportPaperPageQuery['reportDesk']>

/** 状況報告の用紙: empty, to lie beside the telephone, or with what was reported last in an event. */
export function ReportPaperPage() {
  const { event, blank }: { event?: string; blank?: true } = route.useSearch()
  const text = useDisastersText().paper
  return (
    <div className="yui-dz">
      <PageHead title={text.title} lead={<p>{text.lead}</p>} actions={<PrintButton />} />
      {event && (
        <Choices label={text.choices}>
          <Link to="/disasters/paper" search={{ event }} aria-current={!blank || undefined}>
            {text.filled}
          </Link>
          <Link to="/disasters/paper" search={{ event, blank: true }} aria-current={blank || undefined}>
            {text.blank}
          </Link>
        </Choices>
      )}
      {event ? (
        <OfEvent eventId={event} blank={blank ?? false} />
      ) : (
        <ReportPaper event={null} facility={null} report={null} />
      )}
    </div>
  )
}

function OfEvent({ eventId, blank }: { eventId: string; blank: boolean }) {
  const text = useDisastersText()
  const [result, readAgain] = useQuery({ query: ReportPaperPage_query, variables: { eventId } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ reportDesk }) =>
        reportDesk ? <Sheets desk={reportDesk} blank={blank} /> : <p>{text.noneSuchBody}</p>
      }
    </Loaded>
  )
}

const Sheets = ({ desk, blank }: { desk: Desk; blank: boolean }) =>
  desk.facilities.length === 0 ? (
    <ReportPaper event={desk} facility={null} report={null} />
  ) : (
    desk.facilities.map((facility) => (
      <ReportPaper
        key={facility.calledFacilityId}
        event={desk}
        facility={facility}
        report={blank ? null : facility.report}
      />
    ))
  )
