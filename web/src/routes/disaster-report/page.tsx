import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { EventBand, headingOf } from '../../features/disasters/EventBand.tsx'
import { ReportTaps, type Desk } from '../../features/disasters/ReportTaps.tsx'
import { ToldBy, type Told } from '../../features/disasters/ToldBy.tsx'
import { graphql } from '../../generated/gql.ts'
import { useKeptQuery } from '../../lib/kept.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const DisasterReportPage_query = graphql(`
  query DisasterReportPage($eventId: ID!) {
    reportDesk(eventId: $eventId) {
      eventId
      network
      helpPhone
      sample
      name
      drill
      clockRate
      startedAt
      closedAt
      readAt
      viewerConducts
      facilities {
        calledFacilityId
        name
        own
        silence
        deadline
        buddyName
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
        reportCount
        facilityId
        filedAt
        openingId
        state
      }
    }
  }
`)

const route = getRouteApi('/disasters/$eventId/report')

/** 状況報告: six taps for one's own facility, or for one that told it by telephone. */
export function DisasterReportPage() {
  const { eventId } = route.useParams()
  const text = useDisastersText()
  const [result, readAgain] = useKeptQuery({ query: DisasterReportPage_query, variables: { eventId } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={12}>
      {({ reportDesk }) =>
        reportDesk ? (
          <div className="yui-dz">
            <EventBand event={reportDesk} />
            <div className="yui-dz-narrow">
              <Report desk={reportDesk} />
            </div>
          </div>
        ) : (
          <PageHead title={text.noneSuch} lead={<p>{text.noneSuchBody}</p>} />
        )
      }
    </Loaded>
  )
}

function Report({ desk }: { desk: Desk }) {
  const text = useDisastersText().report
  const { facility: asked } = route.useSearch()
  const [name, setName] = useState('')
  const [told, setTold] = useState<Told>('PHONE')
  const chosen =
    desk.facilities.find(({ calledFacilityId }) => calledFacilityId === asked) ??
    (desk.facilities.length === 1 ? desk.facilities[0] : undefined)
  const head = (
    <PageHead
      title={headingOf(desk, text.title)}
      sample={desk.sample}
      lead={chosen && <p>{chosen.name}</p>}
    />
  )
  if (desk.closedAt)
    return (
      <>
        {head}
        <EmptyState title={text.closed} />
      </>
    )
  if (!chosen)
    return (
      <>
        {head}
        {desk.facilities.length === 0 ? (
          <EmptyState title={text.noneOwn}>
            <p>{text.noneOwnBody}</p>
          </EmptyState>
        ) : (
          <>
            <h2>{text.choose}</h2>
            {desk.viewerConducts && <p className="prose-sub">{text.chooseLead}</p>}
            <Lines>
              {desk.facilities.map(({ calledFacilityId, name: facility }) => (
                <li key={calledFacilityId}>
                  <Link
                    to="/disasters/$eventId/report"
                    params={{ eventId: desk.eventId }}
                    search={{ facility: calledFacilityId }}
                  >
                    {facility}
                  </Link>
                </li>
              ))}
            </Lines>
          </>
        )}
      </>
    )
  const mayTap = chosen.own || name.trim() !== ''
  return (
    <>
      {head}
      {!chosen.own && (
        <ToldBy
          name={name}
          told={told}
          onChange={(nextName, nextTold) => {
            setName(nextName)
            setTold(nextTold)
          }}
        />
      )}
      {mayTap ? (
        <ReportTaps
          key={chosen.calledFacilityId}
          desk={desk}
          facility={chosen}
          told={chosen.own ? null : { told, reportedByName: name.trim() }}
        />
      ) : (
        <p>{text.reporterFirst}</p>
      )}
    </>
  )
}
