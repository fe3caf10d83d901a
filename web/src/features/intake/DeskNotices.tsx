import { useIntakeText } from '../../locales/intake.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { FailureNotice } from '../../ui/Notice/FailureNotice.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import type { AtDesk } from './desk.ts'

/** What waits to be sent, what was refused, and what keeps it from going. */
export function DeskNotices({ desk }: { desk: AtDesk }) {
  const text = useIntakeText()
  return (
    <>
      {desk.waiting > 0 && (
        <Notice kind="offline">
          <p>{text.waiting(desk.waiting)}</p>
        </Notice>
      )}
      {desk.failure && desk.failure.kind !== 'OFFLINE' && <FailureNotice failure={desk.failure} />}
      {desk.refused.length > 0 && (
        <Notice kind="bad">
          <p>{text.refusedTitle}</p>
          <ul>
            {desk.refused.map(({ id, title }) => (
              <li key={id}>{text.refusedLine(title)}</li>
            ))}
          </ul>
          <p>
            <Link to="/outbox">{text.refusedWhy}</Link>
          </p>
        </Notice>
      )}
    </>
  )
}
