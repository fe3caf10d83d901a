import type { ReactNode } from 'react'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useSearchText } from '../../locales/search.ts'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { toDrawing, type Frame, type Place } from './map-frame.ts'
import { OutlinePattern } from './OutlinePattern.tsx'

const PointMap_map = graphql(`
  fragment PointMap_map on ClusterMap {
    clusters {
      latitude
      longitude
      count
      municipality
      names
      ids
    }
    unplaced
    outside
  }
`)

interface PointMapProps {
  map: FragmentType<typeof PointMap_map>
  /** The part of the drawing that is shown. */
  frame: Frame
  /** A link to the page of one place; null where a place has none. */
  placeLink: (id: string, children: ReactNode, label?: string) => ReactNode
  /** A link to the map around a point. */
  closerLink: (place: Place, children: ReactNode, label?: string) => ReactNode
  /** Links above the map. */
  tools: ReactNode
}

/** Sizes in parts of the frame's width, so that they are the same at every zoom. */
const DOT = 0.011
const MOST = 0.034

const radiusOf = (count: number): number => Math.min(DOT + 0.0045 * Math.log2(count + 1), MOST)

/** The places of a search as points on the outline, and the same as a table. */
export function PointMap({ map, frame, placeLink, closerLink, tools }: PointMapProps) {
  const { clusters, unplaced, outside } = readFragment(PointMap_map, map)
  const text = useSearchText().points
  const unit = frame.width
  return (
    <section className="yui-points" aria-label={text.title}>
      <div className="yui-buttons yui-no-print">{tools}</div>
      <a className="sr-only focus:not-sr-only" href="#points-table">
        {text.skip}
      </a>
      <svg
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
        role={clusters.length > 0 ? 'group' : 'img'}
        aria-label={text.label}
      >
        <OutlinePattern frame={frame} />
        {clusters.toReversed().map((cluster) => {
          const { x, y } = toDrawing(cluster)
          const radius = radiusOf(cluster.count) * unit
          const key = `${cluster.latitude} ${cluster.longitude}`
          const [name = '', id = ''] = [cluster.names[0], cluster.ids[0]]
          if (cluster.count === 1)
            return (
              <g key={key}>
                {placeLink(
                  id,
                  <circle cx={x} cy={y} r={radius} vectorEffect="non-scaling-stroke" />,
                  text.place(name),
                )}
              </g>
            )
          return (
            <g key={key}>
              {closerLink(
                cluster,
                <>
                  <circle data-many cx={x} cy={y} r={radius} vectorEffect="non-scaling-stroke" />
                  <text className="yui-points__count" x={x} y={y} fontSize={unit * 0.023}>
                    {cluster.count}
                  </text>
                </>,
                text.cluster(cluster.municipality, cluster.count.toLocaleString('ja-JP')),
              )}
            </g>
          )
        })}
      </svg>
      <p className="prose-note">{text.note}</p>
      {clusters.length === 0 && <p>{text.none}</p>}
      {outside > 0 && <p>{text.outside(outside.toLocaleString('ja-JP'))}</p>}
      {unplaced > 0 && <p>{text.unplaced(unplaced.toLocaleString('ja-JP'))}</p>}
      {clusters.length > 0 && (
        <div id="points-table" tabIndex={-1} className="mt-6">
          <Disclosure summary={text.asTable(clusters.length)}>
            <Table caption={text.table} captionHidden dense>
              <thead>
                <tr>
                  <Head>{text.columns.place}</Head>
                  <Head numeric>{text.columns.count}</Head>
                  <Head>{text.columns.names}</Head>
                </tr>
              </thead>
              <tbody>
                {clusters.map((cluster) => (
                  <tr key={`${cluster.latitude} ${cluster.longitude}`}>
                    <th scope="row">
                      {cluster.count === 1
                        ? cluster.municipality
                        : closerLink(
                            cluster,
                            cluster.municipality,
                            text.cluster(cluster.municipality, cluster.count.toLocaleString('ja-JP')),
                          )}
                    </th>
                    <Cell label={text.columns.count} numeric>
                      {cluster.count}
                    </Cell>
                    <Cell label={text.columns.names}>
                      {cluster.names.map((name, n) => (
                        <span key={cluster.ids[n]} className="block">
                          {placeLink(cluster.ids[n] ?? '', name)}
                        </span>
                      ))}
                      {cluster.count > cluster.names.length && (
                        <span className="prose-note">
                          {text.andOthers((cluster.count - cluster.names.length).toLocaleString('ja-JP'))}
                        </span>
                      )}
                    </Cell>
                  </tr>
                ))}
              </tbody>
            </Table>
          </Disclosure>
        </div>
      )}
    </section>
  )
}
