import { useLayoutEffect } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { useKeptQuery } from '../../lib/kept.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { Buttons } from '../../ui/Button/Button.tsx'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { SampleBadge } from '../../ui/SampleBadge/SampleBadge.tsx'
import { EventBand } from './EventBand.tsx'
import { OpeningSteps } from './OpeningSteps.tsx'

const OngoingEvent_event = graphql(`
  fragment OngoingEvent_event on DisasterEvent {
    id
    name
    hazard
    drill
    startedAt
    calledCount
    platform {
      id
      name
      sample
    }
  }
`)

const OngoingEvent_own = graphql(`
  query OngoingEventOwn($eventId: ID!) {
    reportDesk(eventId: $eventId) {
      eventId
      facilities {
        calledFacilityId
        name
        own
        openingId
        state
      }
    }
  }
`)

interface OngoingEventProps {
  event: FragmentType<typeof OngoingEvent_event>
  /** Called with its id once what the own facilities do is there, or is known to stay away. */
  onWhole?: (id: string) => void
}

/** An event that is on: which it is, and what one's own facilities do in it. */
export function OngoingEvent({ event: given, onWhole }: OngoingEventProps) {
  const text = useDisastersText()
  const viewer = useViewer()
  const event = readFragment(OngoingEvent_event, given)
  const runsFacilities = viewer?.acting?.kind === 'FACILITY' || viewer?.acting?.kind === 'CORPORATION'
  const [{ data, error }] = useKeptQuery({
    query: OngoingEvent_own,
    variables: { eventId: event.id },
    requestPolicy: 'cache-and-network',
    pause: !runsFacilities,
  })
  const isWhole = !runsFacilities || data !== undefined || error !== undefined
  useLayoutEffect(() => {
    if (isWhole) onWhole?.(event.id)
  }, [isWhole, onWhole, event.id])
  const own = (data?.reportDesk?.facilities ?? []).filter((facility) => facility.own)
  return (
    <article className="yui-dz mt-4">
      <EventBand event={event} inPage />
      <h3>{event.name}</h3>
      <p className="prose-sub">
        {text.hazards[event.hazard]}　{text.called(event.calledCount)}　{event.platform?.name}
        {event.platform?.sample && (
          <>
            {' '}
            <SampleBadge />
          </>
        )}
      </p>
      {own.map((facility) => (
        <div key={facility.calledFacilityId} className="my-4">
          <p className="mb-2">
            <b>{facility.name}</b>
            {facility.state && `　${text.states[facility.state]}`}
          </p>
          <Buttons>
            <LinkButton
              kind="main"
              to="/disasters/$eventId/report"
              params={{ eventId: event.id }}
              search={{ facility: facility.calledFacilityId }}
            >
              {text.goReport}
            </LinkButton>
            <OpeningSteps eventId={event.id} facility={facility} />
          </Buttons>
        </div>
      ))}
      <Buttons>
        <LinkButton to="/disasters/$eventId" params={{ eventId: event.id }}>
          {text.goBoard}
        </LinkButton>
      </Buttons>
    </article>
  )
}
