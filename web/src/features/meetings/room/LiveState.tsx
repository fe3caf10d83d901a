import { connection } from '../../../lib/connection.ts'
import { formatTime } from '../../../lib/dates.ts'
import { useStore } from '../../../lib/store.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'

/** Of when the figures are and whether the server can be heard, in words. */
export function LiveState({ readAt }: { readAt: string }) {
  const text = useMeetingsText().room
  const { lost, heardAt } = useStore(connection)
  const read = new Date(readAt)
  return (
    <p className="yui-live">
      {text.asOf(formatTime(heardAt > read ? heardAt : read))}
      {/* The time alone is no news: only a lost or found connection is read out. */}
      <output>{lost ? text.disconnected : text.connected}</output>
    </p>
  )
}
