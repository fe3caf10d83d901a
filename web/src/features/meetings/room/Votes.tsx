import type { AgendaState } from '../../../generated/graphql.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { Glyph } from '../Glyph.tsx'
import { toldOf, type RoomItemFigures } from './room-data.ts'

interface VotesProps {
  state: AgendaState
  figures: RoomItemFigures
  /** The voters are people in an office. */
  heads: boolean
  hidden: boolean
  ballotsClause: string
}

/** 投票: how many have voted; how they voted only once the rulebook lets it be seen. */
export function Votes({ state, figures, heads, hidden, ballotsClause }: VotesProps) {
  const text = useMeetingsText()
  const { inFavour, against, abstaining, outcome, majority } = figures
  const counted = inFavour !== null && against !== null && abstaining !== null
  if (state === 'DECIDED' && counted)
    return (
      <div>
        <h3>
          {text.room.result}
          {outcome && (
            <span className="yui-with-glyph" data-good={outcome === 'CARRIED' || undefined}>
              <Glyph name={outcome === 'CARRIED' ? 'DONE' : 'AGAINST'} />
              {text.outcomes[outcome]}
            </span>
          )}
        </h3>
        <p className="yui-figure">
          <b>
            {inFavour}
            <small>{text.choices.FOR}</small>
          </b>
          <span>
            {text.choices.AGAINST}
            <strong>{against}</strong>
          </span>
          <span>
            {text.choices.ABSTAIN}
            <strong>{abstaining}</strong>
          </span>
        </p>
        {majority?.map((threshold) => (
          <p key={threshold.clause} className="prose-note">
            {text.room.majorityRule(toldOf(threshold, heads))}
          </p>
        ))}
      </div>
    )
  return (
    <div>
      <h3>{text.room.votes}</h3>
      <p className="yui-figure">
        <b>
          {figures.voted}
          <small>{text.room.ofAll(figures.voted + figures.missingIds.length)}</small>
        </b>
        {state === 'VOTING' && (
          <span>
            {text.room.still}
            <strong>{figures.missingIds.length}</strong>
          </span>
        )}
      </p>
      <p className="prose-note">
        {state === 'VOTING'
          ? hidden
            ? text.room.hidden(ballotsClause)
            : counted && text.room.soFar(inFavour, against, abstaining)
          : text.room.notYet(figures.rule, figures.clause)}
      </p>
    </div>
  )
}
