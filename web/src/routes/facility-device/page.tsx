import { useEffect, useState } from 'react'
import { DeviceReport } from '../../features/disasters/DeviceReport.tsx'
import { deviceSecret, FACILITY_DEVICE } from '../../features/disasters/device-secret.ts'
import { EventBand, headingOf } from '../../features/disasters/EventBand.tsx'
import { graphql } from '../../generated/gql.ts'
import { useKeptQuery } from '../../lib/kept.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
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
        helpPhone
      }
    }
  }
`)

/** 施設の端末から報告: for whoever is there, with a name and the PIN. */
export function FacilityDevicePage() {
  const text = useDisastersText().device
  const [secret] = useState(deviceSecret)
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
        const [event] = deviceDesk.events
        if (!event)
          return (
            <>
              <PageHead title={text.title} lead={<p>{deviceDesk.facility}</p>} />
              <EmptyState title={text.quiet} />
            </>
          )
        return (
          <div className="yui-dz yui-dz-narrow">
            <EventBand event={event} />
            <PageHead title={headingOf(event, text.title)} lead={<p>{deviceDesk.facility}</p>} />
            <DeviceReport secret={secret} event={event} />
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
