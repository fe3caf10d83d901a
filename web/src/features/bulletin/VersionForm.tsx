import { useState } from 'react'
import { announce } from '../../lib/announce.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { Input } from '../../ui/TextField/Input.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import type { UploadResult } from '../registry/imports/transfer.ts'
import { TransferTrouble } from './FileButton.tsx'
import { sendVersion } from './transfer.ts'

const TAKEN = '.pdf,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.png,.jpg,.jpeg,.txt,.csv'

/** Puts a file on the shelf as the newest version; the older ones stay. */
export function VersionForm({ documentId, onArrived }: { documentId: string; onArrived: () => void }) {
  const text = useBulletinText().documents.upload
  const seat = useViewer()?.acting?.key
  const [file, setFile] = useState<File>()
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<UploadResult>()
  const send = async () => {
    if (!file) return setMissing(true)
    setBusy(true)
    const outcome = await sendVersion({ documentId, file, note, seat })
    setBusy(false)
    if (outcome.kind !== 'done') return setResult(outcome)
    announce(text.done(file.name))
    setResult(undefined)
    setFile(undefined)
    setNote('')
    onArrived()
  }
  return (
    <div className="grid gap-4">
      <Field
        label={text.file}
        required
        support={text.kinds}
        error={missing && !file ? text.missing : undefined}
      >
        {(control) => (
          <input
            {...control}
            className="yui-input"
            key={file ? 'chosen' : 'none'}
            type="file"
            accept={TAKEN}
            onChange={(event) => setFile(event.target.files?.[0])}
          />
        )}
      </Field>
      {file && <p>{text.chosen(file.name)}</p>}
      <Field label={text.note} required={false} support={text.noteSupport}>
        {(control) => (
          <Input
            {...control}
            maxLength={300}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {result && <TransferTrouble result={result} />}
      <ActingStatement>{text.statement}</ActingStatement>
      <Buttons wide>
        <Button kind="main" busy={busy} onClick={() => void send()}>
          {text.submit}
        </Button>
      </Buttons>
    </div>
  )
}
