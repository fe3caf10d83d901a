import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { useSearchText } from '../../locales/search.ts'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { boundsOf, CELLS, CLOSEST, frameFor, levelOf, roundedPlace, type Place } from './map-frame.ts'
import { PointMap } from './PointMap.tsx'
import { fromStart } from './search.ts'
import { shelterConditionsOf, type ShelterSearch } from './shelter-search.ts'

const ShelterMap_query = graphql(`
  query ShelterMap(
    $text: String
    $municipalityCodes: [String!]
    $kind: ShelterKind
    $welfare: Boolean
    $south: Float!
    $west: Float!
    $north: Float!
    $east: Float!
    $cells: Int!
  ) {
    shelterMap(
      text: $text
      municipalityCodes: $municipalityCodes
      kind: $kind
      welfare: $welfare
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

/** A shelter on the map is only named. */
const placeOnly = (_id: string, children: ReactNode, label?: string): ReactNode =>
  label === undefined ? (
    children
  ) : (
    <g>
      <title>{label}</title>
      {children}
    </g>
  )

/** The shelters of the search as points. A shelter has no page of its own; its name leads to the list. */
export function ShelterMap({ search }: { search: ShelterSearch }) {
  const text = useSearchText().points
  const frame = frameFor(search.z, search.m === undefined ? [] : [search.m])
  const level = levelOf(frame)
  const [result, readAgain] = useQuery({
    query: ShelterMap_query,
    variables: { ...shelterConditionsOf(search), ...boundsOf(frame), cells: CELLS },
  })
  const start = fromStart(search)
  const at = (place: Place, wanted: number): ShelterSearch => ({
    ...start,
    z: [...roundedPlace(place), Math.min(wanted, CLOSEST)],
  })
  const closer = (place: Place, children: ReactNode, label?: string) => (
    <Link to="/shelters" search={at(place, level + 2)} resetScroll={false} aria-label={label}>
      {children}
    </Link>
  )
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ shelterMap }) => (
        <PointMap
          map={shelterMap}
          frame={frame}
          closerLink={closer}
          placeLink={placeOnly}
          tools={
            search.z && (
              <>
                {search.z[2] > 1 && (
                  <LinkButton
                    to="/shelters"
                    search={at({ latitude: search.z[0], longitude: search.z[1] }, search.z[2] - 1)}
                    resetScroll={false}
                  >
                    {text.wider}
                  </LinkButton>
                )}
                <LinkButton to="/shelters" search={{ ...start, z: undefined }} resetScroll={false}>
                  {text.whole}
                </LinkButton>
              </>
            )
          }
        />
      )}
    </Loaded>
  )
}
