import type { Outcome } from '../../lib/problems.ts'
import { useRuleText } from '../../locales/rules.ts'
import { useUiText } from '../../locales/ui.ts'
import { FailureNotice } from '../../ui/Notice/FailureNotice.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'

/** Why something in an event was not done. */
export function RefusedNotice({ outcome }: { outcome: Outcome<unknown> | undefined }) {
  const text = useUiText()
  const ruleText = useRuleText()
  if (outcome?.kind === 'failed') return <FailureNotice failure={outcome.failure} />
  if (outcome?.kind !== 'refused') return null
  return (
    <Notice kind="bad">
      <p>
        {outcome.problem.__typename === 'ConflictProblem'
          ? text.changedByOther
          : ruleText(outcome.problem.code)}
      </p>
    </Notice>
  )
}
