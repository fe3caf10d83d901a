import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { OutlinePattern } from '../registry/OutlinePattern.tsx'
import { frameAround, toDrawing } from '../registry/map-frame.ts'
import { glyphOf, type Board, type BoardLine } from './board-data.ts'
import { Glyph, GlyphShape, type GlyphName } from './Glyph.tsx'

const BoardMap_places = graphql(`
  query BoardMap_places($eventId: ID!) {
    disasterBoard(eventId: $eventId) {
      eventId
      rows {
        calledFacilityId
        latitude
        longitude
      }
    }
  }
`)

/** Size of a mark in parts of the width that is shown. */
const MARK = 0.045

/** Where the facilities of an event are and how they stand: the shape of the state, with the number of the list. */
export function BoardMap({ board }: { board: Board }) {
  const { map: text } = useDisastersText().board
  const [result, readAgain] = useQuery({
    query: BoardMap_places,
    variables: { eventId: board.eventId },
  })
  return (
    <section className="yui-dz-section" aria-labelledby="map">
      <h2 id="map">{text.title}</h2>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={12}>
        {({ disasterBoard }) => <Marks board={board} places={disasterBoard?.rows ?? []} />}
      </Loaded>
    </section>
  )
}

interface MarksProps {
  board: Board
  places: readonly { calledFacilityId: string; latitude: number | null; longitude: number | null }[]
}

function Marks({ board, places }: MarksProps) {
  const words = useDisastersText()
  const { map: text } = words.board
  const at = new Map(places.map((place) => [place.calledFacilityId, place]))
  const numbered = board.rows.map((line, place) => ({ line, number: place + 1 }))
  const placed = numbered.flatMap(({ line, number }) => {
    const { latitude = null, longitude = null } = at.get(line.calledFacilityId) ?? {}
    return latitude === null || longitude === null ? [] : [{ line, number, latitude, longitude }]
  })
  const drawn = new Set(placed.map(({ number }) => number))
  const elsewhere = numbered.filter(({ number }) => !drawn.has(number))
  const frame = frameAround(placed)
  const size = frame.width * MARK
  return (
    <div className="yui-points yui-dz-map">
      <svg
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
        role={placed.length > 0 ? 'group' : 'img'}
        aria-label={text.label}
      >
        <OutlinePattern frame={frame} />
        {placed.map(({ line, number, ...place }) => {
          const { x, y } = toDrawing(place)
          return (
            <Link
              key={line.calledFacilityId}
              to="/disasters/$eventId/shelters/$calledId"
              params={{ eventId: board.eventId, calledId: line.calledFacilityId }}
              aria-label={text.place(
                number,
                line.name,
                words.states[line.state ?? 'STANDBY'],
                isWanted(line),
              )}
            >
              <g data-state={line.state ?? 'STANDBY'} data-late={isWanted(line) || undefined}>
                <circle className="yui-dz-map__back" cx={x} cy={y} r={size * 0.62} />
                <svg x={x - size / 2} y={y - size / 2} width={size} height={size} viewBox="0 0 24 24">
                  <GlyphShape name={glyphOf(line.state ?? null)} />
                </svg>
                <text x={x + size * 0.7} y={y} fontSize={size * 0.62}>
                  {isWanted(line) ? text.late(number) : number}
                </text>
              </g>
            </Link>
          )
        })}
      </svg>
      <Legend lines={board.rows} />
      <p className="prose-note">{text.note}</p>
      {elsewhere.length > 0 && (
        <p>
          {text.elsewhere(elsewhere.length)}
          {elsewhere.map(({ line, number }) => `${number} ${line.name}`).join('、')}
        </p>
      )}
    </div>
  )
}

/** What every shape on the map means, and how many there are. */
function Legend({ lines }: { lines: readonly BoardLine[] }) {
  const { states } = useDisastersText()
  const groups = Map.groupBy(lines, ({ state }) => state ?? ('STANDBY' as const))
  return (
    <ul className="yui-dz-map__legend">
      {[...groups].map(([state, own]) => (
        <li key={state}>
          <Glyph name={glyphOf(state === 'STANDBY' ? null : state) satisfies GlyphName} />
          {states[state]}　{own.length}
        </li>
      ))}
    </ul>
  )
}

const isWanted = ({ silence }: BoardLine): boolean => silence === 'LATE' || silence === 'PRESUMED_SERIOUS'
