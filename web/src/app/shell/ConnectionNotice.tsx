import { connection } from '../../lib/connection.ts'
import { formatTime } from '../../lib/dates.ts'
import { useStore } from '../../lib/store.ts'
import { useShellText } from '../../locales/shell.ts'
import { Notice } from '../../ui/Notice/Notice.tsx'

/** Says that the server cannot be heard, and from when what stands below is. */
export function ConnectionNotice() {
  const text = useShellText()
  const { lost, heardAt } = useStore(connection)
  if (!lost) return null
  return (
    <Notice kind="offline">
      <p>{text.connectionLost(formatTime(heardAt))}</p>
    </Notice>
  )
}
