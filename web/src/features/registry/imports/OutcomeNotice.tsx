import type { Outcome } from '../../../lib/problems.ts'
import { useRuleText } from '../../../locales/rules.ts'
import { useUiText } from '../../../locales/ui.ts'
import { FailureNotice } from '../../../ui/Notice/FailureNotice.tsx'
import { Notice } from '../../../ui/Notice/Notice.tsx'

/** Why the last press did nothing; silent when it did something. */
export function OutcomeNotice({ outcome }: { outcome: Outcome<unknown> | undefined }) {
  const text = useUiText()
  const ruleText = useRuleText()
  if (!outcome || outcome.kind === 'done') return null
  if (outcome.kind === 'failed') return <FailureNotice failure={outcome.failure} />
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
