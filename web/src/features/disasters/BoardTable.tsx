import { formatTime } from '../../lib/dates.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Cell, GroupHead, Head, Table } from '../../ui/Table/Table.tsx'
import { minutesBetween, OLD_AFTER } from './ages.ts'
import { takesPeople, type Board, type BoardLine } from './board-data.ts'
import { reasonsToAsk } from './ask-reasons.ts'
import { Glyph } from './Glyph.tsx'
import { StateText } from './StateText.tsx'

/** Kinds of need that always have a column; the others only where somebody has counted them. */
const ALWAYS = 5

/** Every facility in one line, in an order that never changes by itself. */
export function BoardTable({ board, now }: { board: Board; now: Date }) {
  const words = useDisastersText()
  const text = words.board
  const needs = board.needs.flatMap((need, place) =>
    place < ALWAYS || board.rows.some(({ free }) => free[place] !== null) ? [{ need, place }] : [],
  )
  const open = board.rows.filter(takesPeople).length
  return (
    <section className="yui-dz-section" aria-labelledby="list">
      <h2 id="list">{text.listTitle(board.rows.length)}</h2>
      <div className="yui-dz-board" data-scrolls>
        <Table caption={text.caption} captionHidden dense>
          <thead>
            <tr>
              <td colSpan={2}>{'\u00a0'}</td>
              <GroupHead columns={2}>{text.groups.taken}</GroupHead>
              {needs.length > 0 && <GroupHead columns={needs.length}>{text.groups.free}</GroupHead>}
              <td colSpan={2}>{'\u00a0'}</td>
            </tr>
            <tr>
              <Head>{text.columns.place}</Head>
              <Head>{text.columns.state}</Head>
              <Head numeric>{text.dayShort}</Head>
              <Head numeric>{text.nightShort}</Head>
              {needs.map(({ need }) => (
                <Head key={need} numeric>
                  {text.needs[need]}
                </Head>
              ))}
              <Head>{text.columns.at}</Head>
              <Head>{text.columns.asked}</Head>
            </tr>
          </thead>
          <tbody>
            {board.rows.map((line, place) => (
              <tr
                key={line.calledFacilityId}
                data-old={isOld(line, now, board.clockRate) || undefined}
                data-idle={!takesPeople(line) || undefined}
              >
                <th scope="row">
                  <span className="yui-dz-number">{place + 1}</span>
                  <Link
                    to="/disasters/$eventId/shelters/$calledId"
                    params={{ eventId: board.eventId, calledId: line.calledFacilityId }}
                  >
                    {line.name}
                  </Link>
                  <small>{line.municipality}</small>
                </th>
                <Cell label={text.columns.state}>
                  <StateText line={line} />
                </Cell>
                <Cell className="yui-dz-half" label={text.columns.day} numeric>
                  <Persons line={line} figure={line.day} />
                </Cell>
                <Cell className="yui-dz-half" label={text.columns.night} numeric>
                  <Persons line={line} figure={line.night} />
                </Cell>
                {needs.map(({ need, place: column }) => (
                  <Cell key={need} label={text.free(text.needs[need])} numeric>
                    <b>{takesPeople(line) ? (line.free[column] ?? '？') : '―'}</b>
                  </Cell>
                ))}
                <Cell label={text.columns.at}>
                  <Ages line={line} now={now} clockRate={board.clockRate} />
                </Cell>
                <Cell label={text.columns.asked}>
                  {text.asked[line.asked]}
                  <small>{text.askedUntil(formatTime(line.askedUntil))}</small>
                  <Why line={line} now={now} clockRate={board.clockRate} />
                </Cell>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {text.total(open)}
              </th>
              <Cell className="yui-dz-half" label={text.columns.day} numeric>
                <b>{board.totals.day}</b>／{board.totals.dayPlaces}
              </Cell>
              <Cell className="yui-dz-half" label={text.columns.night} numeric>
                <b>{board.totals.night}</b>／{board.totals.nightPlaces}
              </Cell>
              {needs.map(({ need, place }) => (
                <Cell key={need} label={text.free(text.needs[need])} numeric>
                  <b>{board.totals.free[place] ?? 0}</b>
                </Cell>
              ))}
              <td colSpan={2}>―</td>
            </tr>
          </tfoot>
        </Table>
      </div>
      <p className="prose-note">{text.footnote}</p>
    </section>
  )
}

/** Why somebody should ask it next. */
function Why({ line, now, clockRate }: { line: BoardLine; now: Date; clockRate: number }) {
  const { why } = useDisastersText().board
  const reasons = reasonsToAsk(line, now, clockRate)
  if (reasons.length === 0) return null
  return (
    <small className="yui-dz-why">
      <Glyph name="clock" />
      {reasons.map((reason) => why[reason]).join('・')}
    </small>
  )
}

const isOld = (line: BoardLine, now: Date, clockRate: number): boolean =>
  [line.day.at, line.night.at, line.freeAt].some(
    (at) => at !== null && minutesBetween(at, now, clockRate) > OLD_AFTER,
  )

function Persons({ line, figure }: { line: BoardLine; figure: BoardLine['day'] }) {
  const { count, places, trend } = figure
  return (
    <span className="yui-dz-persons">
      <b>{takesPeople(line) ? (count ?? '？') : '―'}</b>
      <span>／{places ?? '？'}</span>
      {trend !== null && <small>{signed(trend)}</small>}
    </span>
  )
}

const signed = (trend: number): string => {
  if (trend === 0) return '±0'
  return trend > 0 ? `＋${trend}` : `−${-trend}`
}

/** The age of every figure in words; two if they were counted at different times. */
function Ages({ line, now, clockRate }: { line: BoardLine; now: Date; clockRate: number }) {
  const words = useDisastersText()
  const text = words.board
  const age = (at: string) => minutesBetween(at, now, clockRate)
  const say = (minutes: number) => (minutes === 0 ? text.justNow : text.ago(words.minutes(minutes)))
  if (!takesPeople(line)) {
    if (!line.reportedAt) return <b>{text.noReport}</b>
    return <Age minutes={age(line.reportedAt)}>{say(age(line.reportedAt))}</Age>
  }
  // The older of the two counts: what stands beside them is no younger than that.
  const taken = [line.day.at, line.night.at].flatMap((at) => (at === null ? [] : [age(at)]))
  const parts = [
    ...(taken.length > 0 ? [{ minutes: Math.max(...taken), word: text.ageOf.taken }] : []),
    ...(line.freeAt ? [{ minutes: age(line.freeAt), word: text.ageOf.free }] : []),
  ]
  const [first, second] = parts
  if (!first) return <b>{text.noReport}</b>
  if (!second || first.minutes === second.minutes)
    return <Age minutes={first.minutes}>{say(first.minutes)}</Age>
  return (
    <>
      {parts.map(({ minutes, word }) => (
        <Age key={word('')} minutes={minutes}>
          {word(say(minutes))}
        </Age>
      ))}
    </>
  )
}

function Age({ minutes, children }: { minutes: number; children: string }) {
  const { old } = useDisastersText().board
  if (minutes <= OLD_AFTER) return <span className="yui-dz-age">{children}</span>
  return (
    <span className="yui-dz-age" data-old>
      <Glyph name="clock" />
      {old} {children}
    </span>
  )
}
