import { useState } from 'react'
import { useQuery } from 'urql'
import { DeviceTable } from '../../features/disasters/DeviceTable.tsx'
import { EnrolDevice } from '../../features/disasters/EnrolDevice.tsx'
import { graphql } from '../../generated/gql.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { useViewer } from '../../lib/viewer.ts'
import { globalIdOfSeat } from '../../features/disasters/seat.ts'
import '../../features/disasters/Disasters.css'

const DisasterDevicesPage_query = graphql(`
  query DisasterDevicesPage {
    facilityDevices(first: 50) {
      nodes {
        id
        name
        enrolledAt
        lastUsedAt
        revokedAt
        version
      }
    }
  }
`)

/** 施設の端末: from which any member of staff present can report. */
export function DisasterDevicesPage() {
  const { devices: text, paper } = useDisastersText()
  const viewer = useViewer()
  const [enrolled, setEnrolled] = useState(false)
  const [result, readAgain] = useQuery({ query: DisasterDevicesPage_query })
  const facilityId = globalIdOfSeat(viewer?.acting ?? null)
  return (
    <div className="yui-dz yui-dz-narrow">
      <PageHead
        title={text.title}
        lead={<p>{text.lead}</p>}
        actions={<LinkButton to="/disasters/paper">{paper.goPaper}</LinkButton>}
      />
      {enrolled && (
        <Notice kind="done">
          <p>{text.enrolled}</p>
          <p>
            <Link to="/facility-device">{text.goDevice}</Link>
          </p>
        </Notice>
      )}
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
        {({ facilityDevices }) =>
          facilityDevices.nodes.length === 0 ? (
            <EmptyState title={text.none} />
          ) : (
            <DeviceTable devices={facilityDevices.nodes} />
          )
        }
      </Loaded>
      {facilityId ? (
        <EnrolDevice facilityId={facilityId} onEnrolled={() => setEnrolled(true)} />
      ) : (
        <p>{text.onlyFacility}</p>
      )}
    </div>
  )
}
