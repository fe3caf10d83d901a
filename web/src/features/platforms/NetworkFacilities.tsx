import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { formatDay } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { SampleBadge } from '../../ui/SampleBadge/SampleBadge.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { FreshnessText } from '../registry/FreshnessText.tsx'
import { PhoneLink } from '../registry/PhoneLink.tsx'

const NetworkFacilities_facility = graphql(`
  fragment NetworkFacilities_facility on Facility {
    id
    name
    phone
    sample
    corporation {
      id
      name
    }
    confirmationRequests(open: true, first: 1) {
      nodes {
        id
        askedAt
        reminders
      }
    }
    ...FreshnessText_facility
  }
`)

interface Picked {
  id: string
  name: string
}

interface NetworkFacilitiesProps {
  facilities: readonly FragmentType<typeof NetworkFacilities_facility>[]
  /** Those that are ticked; without it nothing can be. */
  picked: readonly Picked[] | undefined
  onPick: (picked: readonly Picked[]) => void
}

/** Facilities of a network with how recent they are, whom to call, and whether they are being asked. */
export function NetworkFacilities({ facilities: given, picked, onPick }: NetworkFacilitiesProps) {
  const text = useNetworkText()
  const language = useLanguage()
  const facilities = readFragment(NetworkFacilities_facility, given)
  const isPicked = (id: string) => picked?.some((one) => one.id === id) ?? false
  const toggle = (facility: Picked) =>
    onPick(
      isPicked(facility.id)
        ? (picked ?? []).filter(({ id }) => id !== facility.id)
        : [...(picked ?? []), { id: facility.id, name: facility.name }],
    )
  return (
    <Table caption={text.list.caption} captionHidden>
      <thead>
        <tr>
          {picked && (
            <th scope="col" className="yui-no-print">
              <span className="sr-only">{text.list.pick}</span>
            </th>
          )}
          <Head>{text.toAskColumns.facility}</Head>
          <Head>{text.toAskColumns.corporation}</Head>
          <Head>{text.toAskColumns.asOf}</Head>
          <Head>{text.list.asked}</Head>
          <Head>{text.toAskColumns.phone}</Head>
        </tr>
      </thead>
      <tbody>
        {facilities.map((facility) => {
          const [request] = facility.confirmationRequests.nodes
          return (
            <tr key={facility.id}>
              {picked && (
                <Cell label={text.list.pick} className="yui-no-print">
                  <label className="yui-choice">
                    <input
                      type="checkbox"
                      checked={isPicked(facility.id)}
                      onChange={() => toggle(facility)}
                    />
                    <span className="sr-only">{text.list.pickOne(facility.name)}</span>
                  </label>
                </Cell>
              )}
              <th scope="row">
                <Link to="/facilities/$facilityId" params={{ facilityId: facility.id }}>
                  {facility.name}
                </Link>
                {facility.sample && <SampleBadge />}
              </th>
              <Cell label={text.toAskColumns.corporation}>{facility.corporation?.name}</Cell>
              <Cell label={text.toAskColumns.asOf}>
                <FreshnessText facility={facility} />
              </Cell>
              <Cell label={text.list.asked}>
                {request
                  ? text.list.askedOn(formatDay(request.askedAt, language), request.reminders)
                  : text.list.notAsked}
              </Cell>
              <Cell label={text.toAskColumns.phone}>
                {facility.phone ? <PhoneLink number={facility.phone} /> : text.list.noPhone}
              </Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
