import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { OutlinePattern } from '../registry/OutlinePattern.tsx'
import { frameAround, frameOf, toDrawing, type Point } from '../registry/map-frame.ts'
import { YAMAGATA } from '../registry/yamagata.ts'
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
  const known = numbered.flatMap(({ line, number }) => {
    const { latitude = null, longitude = null } = at.get(line.calledFacilityId) ?? {}
    return latitude === null || longitude === null
      ? []
      : [{ line, number, ...toDrawing({ latitude, longitude }) }]
  })
  const unknown = numbered.filter((one) => !known.some(({ number }) => number === one.number))
  const municipalities = new Map(YAMAGATA.map((one) => [one.name, one]))
  const aside = Map.groupBy(unknown, ({ line }) =>
    municipalities.has(line.municipality) ? line.municipality : '',
  )
  const elsewhere = aside.get('') ?? []
  const corners = [...new Set(board.rows.map(({ municipality }) => municipality))].flatMap((name) =>
    cornersOf(municipalities.get(name)?.path),
  )
  const frame = frameAround([...known, ...corners])
  const size = frame.width * MARK
  const around = [...aside].flatMap(([municipality, lines]) => {
    const middle = municipalities.get(municipality)
    return middle ? lines.map((one, place) => ({ ...one, ...besides(middle, place, size) })) : []
  })
  const placed = [...known, ...around]
  return (
    <div className="yui-dz-map">
      <svg
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
        role={placed.length > 0 ? 'group' : 'img'}
        aria-label={text.label}
      >
        <OutlinePattern frame={frame} />
        {placed.map(({ line, number, x, y }) => {
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
      <p className="prose-note">
        {text.note}
        {around.length > 0 && text.around(around.length)}
      </p>
      {elsewhere.length > 0 && (
        <p>
          {text.elsewhere(elsewhere.length)}
          {elsewhere.map(({ line, number }) => `${number} ${line.name}`).join('、')}
        </p>
      )}
    </div>
  )
}

/** Two corners of the frame around a municipality. */
function cornersOf(path: string | undefined): readonly Point[] {
  if (path === undefined) return []
  const { x, y, width, height } = frameOf(path)
  return [
    { x, y },
    { x: x + width, y: y + height },
  ]
}

/** Of several that belong to one middle, none over another: along a spiral, as seeds lie in a flower. */
function besides(middle: Point, place: number, size: number): Point {
  const angle = place * Math.PI * (3 - Math.sqrt(5))
  const distance = size * Math.sqrt(place)
  return { x: middle.x + distance * Math.cos(angle), y: middle.y + distance * Math.sin(angle) }
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
