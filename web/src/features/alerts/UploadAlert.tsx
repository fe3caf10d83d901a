import { useState } from 'react'
import { announce } from '../../lib/announce.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useAlertsText } from '../../locales/alerts.ts'
import { useRuleText } from '../../locales/rules.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { useFailureText } from '../../ui/Notice/failure-text.ts'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { resultOf, type UploadResult } from '../registry/imports/transfer.ts'

/** Puts a message in by hand: when no relay runs, or one was sent by mail. */
export function UploadAlert({ onArrived }: { onArrived: () => void }) {
  const text = useAlertsText().upload
  const ruleText = useRuleText()
  const failureText = useFailureText()
  const seat = useViewer()?.acting?.key
  const [file, setFile] = useState<File>()
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string>()
  const [result, setResult] = useState<UploadResult>()
  const send = async () => {
    if (!file) return setMissing(true)
    setBusy(true)
    const { outcome, repeated } = await sendAlert(file, seat)
    setBusy(false)
    setResult(outcome.kind === 'done' ? undefined : outcome)
    if (outcome.kind !== 'done') return
    const words = repeated ? text.repeated : text.done
    setSaid(words)
    announce(words)
    setFile(undefined)
    onArrived()
  }
  return (
    <div className="grid gap-4">
      <Field
        label={text.label}
        required
        support={text.support}
        error={missing && !file ? text.missing : undefined}
      >
        {(control) => (
          <input
            {...control}
            className="yui-input"
            key={file ? 'chosen' : 'none'}
            type="file"
            accept=".xml"
            onChange={(event) => setFile(event.target.files?.[0])}
          />
        )}
      </Field>
      {said && <Notice kind="done">{said}</Notice>}
      {result?.kind === 'failed' && <Notice kind="bad">{failureText(result.failure)}</Notice>}
      {result?.kind === 'refused' && <Notice kind="bad">{ruleText(result.code)}</Notice>}
      <Buttons>
        <Button kind="main" busy={busy} onClick={() => void send()}>
          {text.submit}
        </Button>
      </Buttons>
    </div>
  )
}

async function sendAlert(
  file: File,
  seat: string | undefined,
): Promise<{ outcome: UploadResult; repeated: boolean }> {
  try {
    const answer = await fetch(`/api/alerts?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      body: file,
      headers: { 'content-type': 'application/xml', ...(seat && { 'x-yui-acting': seat }) },
    })
    return { outcome: resultOf(answer.status, await answer.text()), repeated: answer.status === 200 }
  } catch {
    return { outcome: { kind: 'failed', failure: { kind: 'OFFLINE' } }, repeated: false }
  }
}
