import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { OutlinePattern } from '../registry/OutlinePattern.tsx'
import { frameAround, frameOf, toDrawing, type Point } from '../registry/map-frame.ts'
import { YAMAGATA } from '../registry/yamagata.ts'
import { glyphOf, isLate, letterOf, type Board, type BoardLine } from './board-data.ts'
import { Glyph, GlyphShape, type GlyphName } from './Glyph.tsx'
import { apart } from './map-marks.ts'

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

/** Size of a mark in parts of the width that is shown; so many find room around a town, more are drawn smaller. */
const MARK = 0.04
const ROOMY = 60
/** The box around a mark and its number, and how far the next one stays away, in sizes of the mark. */
const BOX = { width: 2.3, height: 1.3, gap: 0.15 }

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
  const size = frame.width * MARK * Math.min(1, Math.sqrt(ROOMY / board.rows.length))
  const around = [...aside].flatMap(([municipality, lines]) => {
    const middle = municipalities.get(municipality)
    return middle ? lines.map((one) => ({ ...one, x: middle.x, y: middle.y })) : []
  })
  const letters = new Map(board.rows.filter(isLate).map((line, place) => [line, letterOf(place)]))
  const placed = apart(
    [...known, ...around].map((one) => ({ ...one, from: { x: one.x, y: one.y } })),
    { width: size * (BOX.width + BOX.gap), height: size * (BOX.height + BOX.gap) },
  )
  return (
    <div className="yui-dz-map">
      <div className="yui-dz-map__sheet">
        <svg
          viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
          role={placed.length > 0 ? 'group' : 'img'}
          aria-label={text.label}
        >
          <OutlinePattern frame={frame} />
          {placed.map(({ number, x, y, from }) =>
            Math.hypot(x - from.x, y - from.y) < size ? null : (
              <line key={number} className="yui-dz-map__way" x1={from.x} y1={from.y} x2={x} y2={y} />
            ),
          )}
          {placed.map(({ line, number, x, y }) => (
            <Link
              key={line.calledFacilityId}
              to="/disasters/$eventId/shelters/$calledId"
              params={{ eventId: board.eventId, calledId: line.calledFacilityId }}
              aria-label={text.place(
                [letters.get(line), number].filter(Boolean).join(' '),
                line.name,
                [isLate(line) && words.silence[line.silence], words.states[line.state ?? 'STANDBY']]
                  .filter(Boolean)
                  .join('　'),
              )}
            >
              <g data-silence={line.silence}>
                <rect
                  className="yui-dz-map__back"
                  x={x - (size * BOX.width) / 2}
                  y={y - (size * BOX.height) / 2}
                  width={size * BOX.width}
                  height={size * BOX.height}
                />
                <svg x={x - size * 1.05} y={y - size / 2} width={size} height={size} viewBox="0 0 24 24">
                  <GlyphShape name={shapeOf(line)} />
                </svg>
                <text x={x + size * 0.5} y={y} fontSize={size * 0.75}>
                  {letters.get(line) ?? number}
                </text>
              </g>
            </Link>
          ))}
        </svg>
      </div>
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

/** What is shown of a facility: that it is silent, before how far its opening is. */
const meaningOf = ({ silence, state }: BoardLine) =>
  silence === 'LATE' || silence === 'PRESUMED_SERIOUS' ? silence : (state ?? 'STANDBY')

function shapeOf(line: BoardLine): GlyphName {
  if (line.silence === 'PRESUMED_SERIOUS') return 'serious'
  return line.silence === 'LATE' ? 'clock' : glyphOf(line.state ?? null)
}

/** What every shape on the map means, and how many there are. */
function Legend({ lines }: { lines: readonly BoardLine[] }) {
  const { states, silence } = useDisastersText()
  return (
    <ul className="yui-dz-map__legend">
      {[...Map.groupBy(lines, meaningOf)].map(([meaning, [first, ...others]]) => (
        <li key={meaning} data-silence={meaning}>
          {first && <Glyph name={shapeOf(first)} />}
          {meaning === 'LATE' || meaning === 'PRESUMED_SERIOUS' ? silence[meaning] : states[meaning]}
          {'　'}
          {others.length + 1}
        </li>
      ))}
    </ul>
  )
}
