import { formatTime } from '../../../lib/dates.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { Glyph, type GlyphName } from '../Glyph.tsx'
import { shortName } from '../../../locales/short-name.ts'
import { standingOf, voteMarkOf, type RoomItemFigures, type RoomVoter, type VoteMark } from './room-data.ts'

interface RollProps {
  voters: readonly RoomVoter[]
  chairVoterId: string | null
  figures: RoomItemFigures | undefined
  excludedIds: ReadonlySet<string>
  opened: boolean
}

const MARKS: Record<VoteMark, GlyphName> = {
  VOTED: 'DONE',
  MISSING: 'WAITING',
  NONE: 'ABSENT',
  EXCLUDED: 'EXCLUDED',
  FOR: 'FOR',
  AGAINST: 'AGAINST',
  ABSTAIN: 'ABSTAIN',
}

/** The corporations in the order of the roll: how each takes part, and whether it has voted. Rows never change places. */
export function Roll({ voters, chairVoterId, figures, excludedIds, opened }: RollProps) {
  const text = useMeetingsText()
  const positions = new Map(voters.map(({ voterId, position }) => [voterId, position]))
  return (
    <ul className="yui-roll">
      {voters.map((voter) => {
        const standing = standingOf(voter, opened)
        const excluded = excludedIds.has(voter.voterId)
        const mark = figures && voteMarkOf(voter.voterId, figures, excludedIds)
        return (
          <li key={voter.voterId} data-excluded={excluded || undefined}>
            <span>{voter.position}</span>
            <span className="yui-roll__name">
              {shortName(voter.name)}
              {voter.voterId === chairVoterId && <small>{text.chair}</small>}
              {voter.suspended && <small>{text.room.suspended}</small>}
            </span>
            <span
              className="yui-with-glyph"
              data-faint={standing === 'ABSENT' || standing === 'LEFT' || undefined}
            >
              <Glyph name={excluded ? 'EXCLUDED' : voter.answer === null && !opened ? 'WAITING' : standing} />
              {excluded
                ? text.room.excluded
                : standing === 'LEFT' && voter.since
                  ? text.room.leftAt(formatTime(voter.since))
                  : standing === 'PROXY'
                    ? text.room.proxyTo(
                        voter.proxyHolderId ? (positions.get(voter.proxyHolderId) ?? null) : null,
                      )
                    : opened
                      ? text.standings[standing]
                      : voter.answer === null && voter.since === null
                        ? text.status.waiting
                        : text.standings[standing]}
            </span>
            {mark && (
              <span className="yui-with-glyph yui-roll__vote" data-mark={mark}>
                <Glyph name={MARKS[mark]} />
                {text.room.marks[mark]}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
