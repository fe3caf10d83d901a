import type { Failure } from '../../lib/problems.ts'
import { Notice } from './Notice.tsx'
import { useFailureText } from './failure-text.ts'

interface FailureNoticeProps {
  failure: Failure
  /** A way to try again, as a Button. */
  children?: React.ReactNode
}

/** Says that something could not be read or done, why, and what to do. */
export function FailureNotice({ failure, children }: FailureNoticeProps) {
  const failureText = useFailureText()
  return (
    <Notice kind={failure.kind === 'OFFLINE' ? 'offline' : 'bad'}>
      <p>{failureText(failure)}</p>
      {children}
    </Notice>
  )
}
