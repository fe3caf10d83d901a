import { useMeetingsText } from '../../../locales/meetings.ts'
import { Glyph } from '../Glyph.tsx'
import { toldOf, type RoomItemFigures } from './room-data.ts'

/** 定足数: now, needed and to spare as one figure, with the rule it comes from. */
export function Quorum({ figures, heads }: { figures: RoomItemFigures; heads: boolean }) {
  const text = useMeetingsText().room
  const [first, ...more] = figures.quorum.map((one) => toldOf(one, heads))
  if (!first)
    return (
      <div>
        <h3>{text.quorum}</h3>
        <p className="prose-sub">{text.noQuorumAsked}</p>
      </div>
    )
  return (
    <div>
      <h3>
        {text.quorum}
        <span className="yui-with-glyph" data-good={figures.quorumMet || undefined}>
          <Glyph name={figures.quorumMet ? 'DONE' : 'AGAINST'} />
          {figures.quorumMet ? text.met : text.notMet}
        </span>
      </h3>
      <p className="yui-figure">
        <b>
          {first.have}
          <small>{text.units[first.unit]}</small>
        </b>
        <span>
          {text.needed}
          <strong>{first.needed}</strong>
        </span>
        <span>
          {first.spare < 0 ? text.missing : text.spare}
          <strong>{Math.abs(first.spare)}</strong>
        </span>
      </p>
      {[first, ...more].map((threshold) => (
        <p key={`${threshold.unit} ${threshold.clause}`} className="prose-note">
          {text.rule(threshold)}
          {threshold !== first && text.figuresOf(threshold.have, threshold.needed)}
        </p>
      ))}
    </div>
  )
}
