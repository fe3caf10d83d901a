import { formatTime } from '../../../lib/dates.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { shortName } from '../../../locales/short-name.ts'
import type { RoomChange } from './room-data.ts'

interface LastChangesProps {
  changes: readonly RoomChange[]
  /** Who counts towards the quorum of the item that is shown. */
  present: number | undefined
  /** Whether a voter would count if it were there. */
  counts: (voterId: string) => boolean
}

/** What changed last, with its time; a fall of the quorum as 16 → 15. */
export function LastChanges({ changes, present, counts }: LastChangesProps) {
  const text = useMeetingsText().room
  return (
    <ul className="yui-last-changes">
      {changes.map(({ id, at, voter, presence, answer }, n) => {
        const fell = n === 0 && presence === 'LEFT' && present !== undefined && voter && counts(voter.id)
        return (
          <li key={id}>
            <time dateTime={at}>{formatTime(at)}</time>
            {presence
              ? text.changedTo(shortName(voter?.name ?? ''), presence)
              : answer && text.answeredTo(shortName(voter?.name ?? ''), answer)}
            {fell && text.fell(present + 1, present)}
          </li>
        )
      })}
    </ul>
  )
}
