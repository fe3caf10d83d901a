import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { useSearchText } from '../../locales/search.ts'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { boundsOf, CELLS, CLOSEST, frameFor, levelOf, roundedPlace, type Place } from './map-frame.ts'
import { PointMap } from './PointMap.tsx'
import { conditionsOf, fromStart, type RegistrySearch } from './search.ts'

const FacilityMap_query = graphql(`
  query FacilityMap(
    $text: String
    $municipalityCodes: [String!]
    $serviceKinds: [String!]
    $freshness: [Freshness!]
    $welfareShelter: Boolean
    $sample: Boolean
    $conditions: FacilityConditionsInput
    $south: Float!
    $west: Float!
    $north: Float!
    $east: Float!
    $cells: Int!
  ) {
    facilityMap(
      text: $text
      municipalityCodes: $municipalityCodes
      serviceKinds: $serviceKinds
      freshness: $freshness
      welfareShelter: $welfareShelter
      sample: $sample
      conditions: $conditions
      south: $south
      west: $west
      north: $north
      east: $east
      cells: $cells
    ) {
      ...PointMap_map
    }
  }
`)

/** The facilities of the search as points; the part that is shown stands in the address too. */
export function FacilityMap({ search }: { search: RegistrySearch }) {
  const text = useSearchText().points
  const frame = frameFor(search.z, search.m)
  const level = levelOf(frame)
  const [result, readAgain] = useQuery({
    query: FacilityMap_query,
    variables: { ...conditionsOf(search), ...boundsOf(frame), cells: CELLS },
  })
  const start = fromStart(search)
  const at = ({ latitude, longitude }: Place, wanted: number): RegistrySearch => ({
    ...start,
    z: [...roundedPlace({ latitude, longitude }), Math.min(wanted, CLOSEST)],
  })
  const closer = (place: Place, children: ReactNode, label?: string) => (
    <Link to="/registry" search={at(place, level + 2)} resetScroll={false} aria-label={label}>
      {children}
    </Link>
  )
  const place = (facilityId: string, children: ReactNode, label?: string) => (
    <Link to="/facilities/$facilityId" params={{ facilityId }} aria-label={label}>
      {children}
    </Link>
  )
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ facilityMap }) => (
        <PointMap
          map={facilityMap}
          frame={frame}
          closerLink={closer}
          placeLink={place}
          tools={
            (search.z || search.m?.length === 1) && (
              <>
                {search.z && search.z[2] > 1 && (
                  <LinkButton
                    to="/registry"
                    search={at({ latitude: search.z[0], longitude: search.z[1] }, search.z[2] - 1)}
                    resetScroll={false}
                  >
                    {text.wider}
                  </LinkButton>
                )}
                {search.z && (
                  <LinkButton to="/registry" search={{ ...start, z: undefined }} resetScroll={false}>
                    {text.whole}
                  </LinkButton>
                )}
              </>
            )
          }
        />
      )}
    </Loaded>
  )
}
