import { useState, type ReactNode } from 'react'
import { useViewer } from '../../lib/viewer.ts'
import { useRuleText } from '../../locales/rules.ts'
import { Button, type ButtonProps } from '../../ui/Button/Button.tsx'
import { useFailureText } from '../../ui/Notice/failure-text.ts'
import type { UploadResult } from '../registry/imports/transfer.ts'
import { keepFile } from './transfer.ts'

interface FileButtonProps extends Pick<ButtonProps, 'kind' | 'size' | 'icon' | 'aria-label'> {
  /** Address of the file. */
  address: string
  /** Name under which it is kept. */
  name: string
  onKept?: () => void
  children: ReactNode
}

/** Fetches a file as whoever this tab acts for, and says if that did not work. */
export function FileButton({ address, name, onKept, children, ...look }: FileButtonProps) {
  const seat = useViewer()?.acting?.key
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<UploadResult | null>(null)
  const fetchIt = async () => {
    setBusy(true)
    const outcome = await keepFile(address, { seat, name })
    setBusy(false)
    setResult(outcome)
    if (outcome === null) onKept?.()
  }
  return (
    <>
      <Button {...look} busy={busy} onClick={() => void fetchIt()}>
        {children}
      </Button>
      {result && <TransferTrouble result={result} />}
    </>
  )
}

/** Why a file did not come or go. */
export function TransferTrouble({ result }: { result: UploadResult }) {
  const failureText = useFailureText()
  const ruleText = useRuleText()
  return (
    <p className="text-bad" role="alert">
      {result.kind === 'failed' && failureText(result.failure)}
      {result.kind === 'refused' && ruleText(result.code)}
    </p>
  )
}
