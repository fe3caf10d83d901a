import type { Failure, Problem } from '../../lib/problems.ts'
import { useRuleText } from '../../locales/rules.ts'
import { FailureNotice } from '../../ui/Notice/FailureNotice.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'

/** What a press came to when it did not go through. */
export function Trouble({ trouble }: { trouble: Failure | Problem }) {
  const ruleText = useRuleText()
  if ('kind' in trouble) return <FailureNotice failure={trouble} />
  return (
    <Notice kind="bad">
      <p>{ruleText(trouble.code)}</p>
    </Notice>
  )
}
