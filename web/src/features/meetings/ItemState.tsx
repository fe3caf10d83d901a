import type { AgendaState, RoomOutcome } from '../../generated/graphql.ts'
import { useMeetingsText } from '../../locales/meetings.ts'
import { Glyph, type GlyphName } from './Glyph.tsx'

const SIGNS: Record<AgendaState, GlyphName> = {
  UPCOMING: 'LATER',
  OPEN: 'UNDER_WAY',
  VOTING: 'UNDER_WAY',
  DECIDED: 'DONE',
  REPORTED: 'DONE',
  WITHDRAWN: 'ABSENT',
  CARRIED_OVER: 'LEFT',
}

interface ItemStateProps {
  state: AgendaState
  outcome: RoomOutcome | null
}

/** How far an item is, as a sign and words. */
export function ItemState({ state, outcome }: ItemStateProps) {
  const text = useMeetingsText()
  const failed = outcome === 'REJECTED' || outcome === 'NO_QUORUM'
  return (
    <span className="yui-with-glyph yui-item-state">
      <Glyph name={failed ? 'AGAINST' : SIGNS[state]} />
      {outcome ? text.outcomes[outcome] : text.itemStates[state]}
    </span>
  )
}
