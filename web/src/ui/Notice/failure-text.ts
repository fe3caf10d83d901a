import type { Failure } from '../../lib/problems.ts'
import { useReasonText } from '../../locales/codes.ts'
import { useUiText } from '../../locales/ui.ts'

/** Says why a request brought nothing back, and what to do. */
export function useFailureText(): (failure: Failure) => string {
  const text = useUiText()
  const reasonText = useReasonText()
  return (failure) => {
    switch (failure.kind) {
      case 'OFFLINE':
        return text.failures.offline
      case 'SIGNED_OUT':
        return text.failures.signedOut
      case 'NOT_FOUND':
        return text.failures.notFound
      case 'TOO_FAST':
        return text.failures.tooFast
      case 'OUTDATED':
        return text.failures.outdated
      case 'FORBIDDEN':
        return failure.reason ? reasonText(failure.reason) : text.failures.forbidden
      case 'FAULT':
        return failure.incidentId ? text.failures.faultWithId(failure.incidentId) : text.failures.fault
    }
  }
}
