import { useState } from 'react'
import type { Outcome } from '../../lib/problems.ts'
import { useRuleText } from '../../locales/rules.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { useUiText } from '../../locales/ui.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { FailureNotice } from '../../ui/Notice/FailureNotice.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'

interface AskDialogProps<Payload> {
  /** The question. */
  title: string
  body: string
  /** The verb of the deciding button. */
  submit: string
  open: boolean
  onClose: () => void
  send: () => Promise<Outcome<Payload>>
  onDone: (payload: Payload) => void
}

/** Asks once more before something of weight, and says what came of it. */
export function AskDialog<Payload>({
  title,
  body,
  submit,
  open,
  onClose,
  send,
  onDone,
}: AskDialogProps<Payload>) {
  const text = useUiText()
  const { leave } = useCorporationText()
  const ruleText = useRuleText()
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<Payload>>()
  const close = () => {
    setOutcome(undefined)
    onClose()
  }
  const decide = async () => {
    setBusy(true)
    const result = await send()
    setBusy(false)
    setOutcome(result)
    if (result.kind !== 'done') return
    close()
    onDone(result.payload)
  }
  return (
    <Dialog title={title} open={open} onClose={close}>
      <p>{body}</p>
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
      <Buttons wide>
        <Button kind="main" busy={busy} onClick={() => void decide()}>
          {submit}
        </Button>
        <Button onClick={close}>{leave}</Button>
      </Buttons>
    </Dialog>
  )
}
