import type { Outcome } from '../../lib/problems.ts'
import { useRuleText } from '../../locales/rules.ts'
import { useUiText } from '../../locales/ui.ts'
import { FailureNotice } from './FailureNotice.tsx'
import { Notice } from './Notice.tsx'

/** Why something that a button does was not done. */
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
