import { announcement } from '../../lib/announce.ts'
import { useStore } from '../../lib/store.ts'

/** The one live region of the portal. Two places take turns, so that the same sentence twice is said twice. */
export function Announcer() {
  const { text, number } = useStore(announcement)
  return (
    <output className="sr-only">
      <span>{number % 2 === 0 ? text : ''}</span>
      <span>{number % 2 === 1 ? text : ''}</span>
    </output>
  )
}
