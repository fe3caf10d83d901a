import { useId, useState } from 'react'
import { useDisastersText } from '../../locales/disasters.ts'
import { Button } from '../../ui/Button/Button.tsx'

interface ReportNoteProps {
  note: string
  busy: boolean
  onSend: (note: string) => void
}

/** Conditions and numbers in words, beside the six answers. */
export function ReportNote({ note, busy, onSend }: ReportNoteProps) {
  const text = useDisastersText().report
  const id = useId()
  const [typed, setTyped] = useState(note)
  return (
    <div className="yui-field">
      <label htmlFor={id}>{text.noteLabel}</label>
      <textarea
        id={id}
        className="yui-input"
        rows={3}
        maxLength={500}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button kind="main" busy={busy} onClick={() => onSend(typed)}>
        {text.noteSend}
      </Button>
    </div>
  )
}
