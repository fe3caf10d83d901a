import { useEffect, useState } from 'react'
import { DeviceEvents } from '../../features/disasters/DeviceEvents.tsx'
import { DeviceReport } from '../../features/disasters/DeviceReport.tsx'
import { deviceSecret, FACILITY_DEVICE } from '../../features/disasters/device-secret.ts'
import { EventBand, headingOf } from '../../features/disasters/EventBand.tsx'
import { graphql } from '../../generated/gql.ts'
import { useKeptQuery } from '../../lib/kept.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import '../../features/disasters/Disasters.css'

const FacilityDevicePage_query = graphql(`
  query FacilityDevicePage($deviceSecret: String!) {
    deviceDesk(deviceSecret: $deviceSecret) {
      facility
      device
      events {
        calledFacilityId
        name
        drill
        startedAt
        helpPhone
      }
    }
  }
`)

/** 施設の端末から報告: for whoever is there, with a name and the PIN. */
export function FacilityDevicePage() {
  const text = useDisastersText().device
  const [secret] = useState(deviceSecret)
  const [chosen, choose] = useState<string>()
  const [result, readAgain] = useKeptQuery(
    {
      query: FacilityDevicePage_query,
      variables: { deviceSecret: secret ?? '' },
      pause: secret === null,
    },
    { owner: FACILITY_DEVICE },
  )
  const enrolled = result.data?.deviceDesk != null
  useEffect(() => {
    if (!enrolled) return
    // Whoever enrolled it has signed out, and with them went what opens without a network.
    void import('../../lib/offline/worker.ts').then(({ keepReadyWithoutNetwork }) =>
      keepReadyWithoutNetwork(),
    )
  }, [enrolled])
  if (secret === null) return <NotEnrolled />
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
      {({ deviceDesk }) => {
        if (!deviceDesk) return <NotEnrolled />
        const { facility, events } = deviceDesk
        const event =
          events.length === 1 ? events[0] : events.find(({ calledFacilityId }) => calledFacilityId === chosen)
        if (!event)
          return (
            <div className="yui-dz yui-dz-narrow">
              <PageHead title={text.title} lead={<p>{facility}</p>} />
              {events.length === 0 ? (
                <EmptyState title={text.quiet} />
              ) : (
                <DeviceEvents events={events} onChoose={choose} />
              )}
            </div>
          )
        const others = events.filter((one) => one !== event)
        return (
          <div className="yui-dz yui-dz-narrow">
            <EventBand event={event} />
            <PageHead title={headingOf(event, text.title)} lead={<p>{facility}</p>} />
            {event.drill && others.some(({ drill }) => !drill) && (
              <Notice kind="bad">
                <p>{text.realToo}</p>
              </Notice>
            )}
            {others.length > 0 && (
              <p className="mb-6">
                <Button onClick={() => choose(undefined)}>{text.chooseAgain(others.length)}</Button>
              </p>
            )}
            <DeviceReport key={event.calledFacilityId} secret={secret} event={event} />
          </div>
        )
      }}
    </Loaded>
  )
}

function NotEnrolled() {
  const text = useDisastersText().device
  return (
    <>
      <PageHead title={text.title} />
      <EmptyState title={text.notEnrolled}>
        <p>{text.notEnrolledBody}</p>
      </EmptyState>
    </>
  )
}
