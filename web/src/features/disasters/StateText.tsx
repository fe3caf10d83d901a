import { formatTime } from '../../lib/dates.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { glyphOf, type BoardLine } from './board-data.ts'
import { Glyph } from './Glyph.tsx'

type Shown = Pick<BoardLine, 'state' | 'deFacto' | 'cannotReason' | 'stateAt' | 'opensAt'>

/** How far an opening is: shape, word, and the one thing more that one wants to know. */
export function StateText({ line }: { line: Shown }) {
  const text = useDisastersText()
  const note = useNote(line)
  return (
    <span className="yui-dz-state">
      <span className="yui-dz-word">
        <Glyph name={glyphOf(line.state ?? null)} />
        {text.states[line.state ?? 'STANDBY']}
      </span>
      {note && <small>{note}</small>}
    </span>
  )
}

function useNote({ state, deFacto, cannotReason, stateAt, opensAt }: Shown): string {
  const { stateNotes, reasons } = useDisastersText()
  const at = stateAt ? formatTime(stateAt) : ''
  switch (state) {
    case null:
    case undefined:
      return stateNotes.notAsked
    case 'OPEN':
      return deFacto ? stateNotes.deFacto : ''
    case 'FULL':
      return stateNotes.full
    case 'DECIDED':
      return opensAt ? stateNotes.opensAt(formatTime(opensAt)) : ''
    case 'REQUESTED':
      return stateNotes.requestedAt(at)
    case 'CAN':
      return stateNotes.canAt(at)
    case 'CANNOT':
      return cannotReason ? reasons[cannotReason] : ''
    case 'CLOSED':
      return stateNotes.closedAt(at)
    case 'WITHDRAWN':
      return ''
  }
}

/** How a facility stands towards its reports, in shape and word. */
export function SilenceText({ line }: { line: Pick<BoardLine, 'silence' | 'confirmedBy'> }) {
  const text = useDisastersText().silence
  switch (line.silence) {
    case 'PRESUMED_SERIOUS':
      return (
        <span className="yui-dz-word text-bad">
          <Glyph name="serious" />
          {text.PRESUMED_SERIOUS}
        </span>
      )
    case 'LATE':
      return (
        <span className="yui-dz-word">
          <Glyph name="clock" />
          {text.LATE}
        </span>
      )
    case 'CONFIRMED':
      return <span className="yui-dz-word">{text.CONFIRMED(line.confirmedBy ?? '')}</span>
    case 'DUE':
    case 'NOT_DUE':
      return <span className="yui-dz-word">{text[line.silence]}</span>
  }
}
