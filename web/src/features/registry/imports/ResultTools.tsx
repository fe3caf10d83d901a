import { useState } from 'react'
import type { Failure } from '../../../lib/problems.ts'
import { useViewer } from '../../../lib/viewer.ts'
import { useImportsText } from '../../../locales/imports.ts'
import { Button } from '../../../ui/Button/Button.tsx'
import { FailureNotice } from '../../../ui/Notice/FailureNotice.tsx'
import { PrintButton } from '../../../ui/PrintButton/PrintButton.tsx'
import { saveRefusedRows } from './transfer.ts'

/** The rows in error as a file to be mended, for a new and for an old Excel; and paper. */
export function ResultTools({ runId, refused }: { runId: string; refused: boolean }) {
  const text = useImportsText().result
  const viewer = useViewer()
  const [failure, setFailure] = useState<Failure>()
  const save = async (encoding: 'utf-8' | 'shift_jis') => {
    const seat = viewer?.acting?.key
    setFailure((await saveRefusedRows(runId, { seat, name: text.refusedFile, encoding })) ?? undefined)
  }
  return (
    <span className="flex flex-wrap gap-x-5 yui-no-print">
      {refused && (
        <>
          <Button kind="text" icon="download" onClick={() => void save('utf-8')}>
            {text.saveRefused}
          </Button>
          <Button kind="text" icon="download" onClick={() => void save('shift_jis')}>
            {text.saveRefusedSjis}
          </Button>
        </>
      )}
      <PrintButton kind="text" />
      {failure && <FailureNotice failure={failure} />}
    </span>
  )
}
