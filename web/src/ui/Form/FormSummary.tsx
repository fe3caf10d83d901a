import { use } from 'react'
import { get, useFormContext, type FieldError } from 'react-hook-form'
import type { Failure, Issue, Problem } from '../../lib/problems.ts'
import { useRuleText } from '../../locales/rules.ts'
import { useUiText } from '../../locales/ui.ts'
import { Button } from '../Button/Button.tsx'
import { ErrorSummary, type SummaryItem } from '../ErrorSummary/ErrorSummary.tsx'
import { useFailureText } from '../Notice/failure-text.ts'
import { errorSentence, FormParts } from './form-parts.ts'

/** Why the last attempt did not go through, beside the errors of single fields. */
export interface Refusal {
  homeless?: readonly Issue[]
  problem?: Exclude<Problem, { __typename: 'ValidationProblem' }>
  failure?: Failure
}

interface FormSummaryProps {
  attempts: number
  refusal: Refusal
  onConflict: (() => void) | undefined
}

/** Tells in one place why the form was not sent: wrong fields, a rule, a change by somebody else, a fault. */
export function FormSummary({ attempts, refusal, onConflict }: FormSummaryProps) {
  const { formState, setFocus } = useFormContext()
  const parts = use(FormParts)
  const text = useUiText()
  const ruleText = useRuleText()
  const failureText = useFailureText()
  const { failure, problem, homeless = [] } = refusal

  if (failure) return <ErrorSummary attempts={attempts} title={failureText(failure)} items={[]} />
  if (problem?.__typename === 'ConflictProblem')
    return (
      <ErrorSummary attempts={attempts} title={text.changedByOther} items={[]}>
        {onConflict && <Button onClick={onConflict}>{text.readAgain}</Button>}
      </ErrorSummary>
    )
  if (problem) return <ErrorSummary attempts={attempts} title={ruleText(problem.code)} items={[]} />

  const items: SummaryItem[] = [...(parts?.fields ?? [])].flatMap(([name, meta]) => {
    const error: FieldError | undefined = get(formState.errors, name)
    if (!error) return []
    const sentence = errorSentence(error, meta, text).replace(/。$/, '')
    return [{ text: sentence, target: { id: meta.id, focus: () => setFocus(name) } }]
  })
  for (const issue of homeless)
    items.push({ text: text.issues.elsewhere(issue.path.join('.'), issue.message) })
  if (attempts === 0 || items.length === 0) return null
  return <ErrorSummary attempts={attempts} title={text.places(items.length)} items={items} />
}
