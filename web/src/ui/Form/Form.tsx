import { use, useId, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { FormProvider, useFormState, type FieldValues } from 'react-hook-form'
import { announce } from '../../lib/announce.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useUiText } from '../../locales/ui.ts'
import { InDialog } from '../Dialog/in-dialog.ts'
import { Notice } from '../Notice/Notice.tsx'
import { applyIssues } from './apply-issues.ts'
import { DraftNotice } from './DraftNotice.tsx'
import { FormParts, type FieldMeta } from './form-parts.ts'
import { FormSummary, type Refusal } from './FormSummary.tsx'
import { lostOf, typedSince } from './merge-typed.ts'
import { fillIn, type FormHandle } from './use-form.ts'

interface FormProps<Values extends FieldValues, Payload> {
  form: FormHandle<Values>
  /** Sends the values; usually `(values) => send({ input: … })` with `send` from `useCommand`. */
  submit: (values: Values) => Promise<Outcome<Payload>>
  /** It went through. Say so, then go on; the draft is gone already, unless more was typed meanwhile. */
  onDone: (payload: Payload, typedMeanwhile: boolean) => void
  /** Reads the record again after somebody else changed it. */
  onConflict?: () => void
  children: ReactNode
}

/** A form: what the fields and the API object to is told in one way, above the form and at each field. */
export function Form<Values extends FieldValues, Payload>({
  form: { hookForm, draft, record },
  submit,
  onDone,
  onConflict,
  children,
}: FormProps<Values, Payload>) {
  const prefix = useId()
  const [fields] = useState(() => new Map<string, FieldMeta>())
  const savedAt = draft?.savedAt
  const parts = useMemo(() => ({ prefix, fields, savedAt }), [prefix, fields, savedAt])
  const [refused, setRefusal] = useState<Refusal & { taken?: number }>({})
  // Read again, the form is no longer older than the record.
  const refusal =
    refused.problem?.__typename === 'ConflictProblem' && refused.taken !== record.taken ? {} : refused
  const [attempts, setAttempts] = useState(0)
  const sending = useRef(false)
  const { isSubmitting } = useFormState({ control: hookForm.control })
  // A dialog goes with its answer: what somebody typed while it was on its way would go with it, so nothing is taken.
  const rests = use(InDialog) && isSubmitting
  useFocusAfter(rests)
  const text = useUiText()

  const refuse = (next: Refusal) => {
    record.refused()
    setRefusal({ ...next, taken: record.taken })
    setAttempts((count) => count + 1)
  }

  const send = hookForm.handleSubmit(
    async (values) => {
      setRefusal({})
      record.sends(values)
      const outcome = await submit(values)
      switch (outcome.kind) {
        case 'done': {
          const since = typedSince(values, hookForm.getValues(), (path) => fields.get(path)?.clean)
          draft?.sent(since.length > 0)
          onDone(outcome.payload, since.length > 0)
          // A form that begins anew begins with what was typed while the answer was awaited.
          fillIn(hookForm, lostOf(since, hookForm.getValues()))
          return
        }
        case 'failed':
          return refuse({ failure: outcome.failure })
        case 'refused': {
          const { problem } = outcome
          if (problem.__typename === 'ValidationProblem')
            refuse({ homeless: applyIssues(hookForm, problem.issues) })
          else refuse({ problem })
        }
      }
    },
    () => refuse({}),
  )

  return (
    <FormProvider {...hookForm}>
      <FormParts value={parts}>
        <form
          className="yui-form"
          noValidate
          onInput={draft?.typed}
          onSubmit={(event) => {
            // A second press while the first is on its way must not send twice.
            if (sending.current) return event.preventDefault()
            sending.current = true
            announce(text.sending)
            void send(event).finally(() => (sending.current = false))
          }}
        >
          <FormSummary attempts={attempts} refusal={refusal} onConflict={onConflict} />
          {draft && <DraftNotice draft={draft} />}
          {record.disputed && (
            <Notice>
              <p>{text.changedWhileTyping}</p>
            </Notice>
          )}
          <div className="contents" inert={rests}>
            {children}
          </div>
        </form>
      </FormParts>
    </FormProvider>
  )
}

/** What rests cannot hold the focus; it comes back where the dialog stays and nothing else has taken it. */
function useFocusAfter(rests: boolean): void {
  useLayoutEffect(() => {
    if (!rests) return
    const held = document.activeElement
    return () => {
      const now = document.activeElement
      if (held instanceof HTMLElement && held.isConnected && (!now || now.contains(held))) held.focus()
    }
  }, [rests])
}
