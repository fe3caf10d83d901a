import { useState, type ReactNode } from 'react'
import type { Outcome } from '../../lib/problems.ts'
import { useRuleText } from '../../locales/rules.ts'
import { useAccountText } from '../../locales/account.ts'
import { useUiText } from '../../locales/ui.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { FailureNotice } from '../../ui/Notice/FailureNotice.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'

interface ConfirmDialogProps<Payload> {
  /** The question. */
  title: string
  body: string
  /** What else is said with it: a field. */
  children?: ReactNode
  /** As whom, right above the button. */
  statement?: ReactNode
  /** The verb of the deciding button. */
  submit: string
  /** `danger`, unless it can be taken back. */
  kind?: 'danger' | 'main'
  open: boolean
  onClose: () => void
  send: () => Promise<Outcome<Payload>>
  onDone: (payload: Payload) => void
}

/** Asks once more before something of weight, and says what came of it. */
export function ConfirmDialog<Payload>({
  title,
  body,
  children,
  statement,
  submit,
  kind = 'danger',
  open,
  onClose,
  send,
  onDone,
}: ConfirmDialogProps<Payload>) {
  const text = useUiText()
  const { close } = useAccountText().app
  const ruleText = useRuleText()
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<Payload>>()

  const leave = () => {
    setOutcome(undefined)
    onClose()
  }
  const decide = async () => {
    setBusy(true)
    const result = await send()
    setBusy(false)
    setOutcome(result)
    if (result.kind !== 'done') return
    leave()
    onDone(result.payload)
  }
  return (
    <Dialog title={title} open={open} onClose={leave}>
      <p>{body}</p>
      {children}
      {outcome?.kind === 'failed' && <FailureNotice failure={outcome.failure} />}
      {outcome?.kind === 'refused' && (
        <Notice kind="bad">
          <p>
            {outcome.problem.__typename === 'ConflictProblem'
              ? text.changedByOther
              : ruleText(outcome.problem.code)}
          </p>
        </Notice>
      )}
      {statement}
      <Buttons wide>
        <Button kind={kind} busy={busy} onClick={() => void decide()}>
          {submit}
        </Button>
        <Button onClick={leave}>{close}</Button>
      </Buttons>
    </Dialog>
  )
}
