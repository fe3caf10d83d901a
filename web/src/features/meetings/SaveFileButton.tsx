import { useState } from 'react'
import type { Failure } from '../../lib/problems.ts'
import { saveFile } from '../../lib/save-file.ts'
import { useViewer } from '../../lib/viewer.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { FailureNotice } from '../../ui/Notice/FailureNotice.tsx'

interface SaveFileButtonProps {
  path: string
  /** Name of the file on the reader’s device. */
  name: string
  children: string
}

/** Saves a file that only those may have who see what it is made of. */
export function SaveFileButton({ path, name, children }: SaveFileButtonProps) {
  const viewer = useViewer()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const save = async () => {
    setBusy(true)
    setFailure((await saveFile(path, name, viewer?.acting?.key)) ?? undefined)
    setBusy(false)
  }
  return (
    <>
      <Button icon="download" busy={busy} onClick={() => void save()}>
        {children}
      </Button>
      {failure && <FailureNotice failure={failure} />}
    </>
  )
}
