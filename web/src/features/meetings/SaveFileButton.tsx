import { useState } from 'react'
import type { Failure } from '../../lib/problems.ts'
import { saveFile } from '../../lib/save-file.ts'
import { useViewer } from '../../lib/viewer.ts'
import { Button, type ButtonProps } from '../../ui/Button/Button.tsx'
import { FailureNotice } from '../../ui/Notice/FailureNotice.tsx'

interface SaveFileButtonProps extends Pick<ButtonProps, 'kind' | 'aria-label'> {
  path: string
  /** Name of the file on the reader’s device. */
  name: string
  /** What the request says besides for whom one acts. */
  headers?: Readonly<Record<string, string>>
  onSaved?: () => void
  children: string
}

/** Saves a file that only those may have who see what it is made of. */
export function SaveFileButton({ path, name, headers, onSaved, children, ...look }: SaveFileButtonProps) {
  const viewer = useViewer()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const save = async () => {
    setBusy(true)
    const outcome = await saveFile(path, name, viewer?.acting?.key, 'GET', { headers })
    setBusy(false)
    setFailure(outcome ?? undefined)
    if (!outcome) onSaved?.()
  }
  return (
    <>
      <Button {...look} icon="download" busy={busy} onClick={() => void save()}>
        {children}
      </Button>
      {failure && <FailureNotice failure={failure} />}
    </>
  )
}
