import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Button } from '../../ui/Button/Button.tsx'

interface FurtherProps {
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  /** Of what it is, for screen readers, where several buttons say the same. */
  of: string
  /** What comes after the place; it is read when it is asked for. */
  children: (after: string) => ReactNode
}

/** 「続きを見る」: the next page of a list, below the one that is there. */
export function Further({ pageInfo, of, children }: FurtherProps) {
  const text = useMutualaidText()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  // The button is gone: whoever pressed it goes on from where it stood.
  useEffect(() => {
    if (open) box.current?.focus()
  }, [open])
  const { hasNextPage, endCursor } = pageInfo
  if (!hasNextPage || !endCursor) return null
  if (open)
    return (
      <div ref={box} tabIndex={-1}>
        {children(endCursor)}
      </div>
    )
  return (
    <p className="mt-3">
      <span className="yui-no-print">
        <Button onClick={() => setOpen(true)}>
          {text.further}
          <span className="sr-only">（{of}）</span>
        </Button>
      </span>
      <span className="yui-print-only">{text.furtherNotPrinted}</span>
    </p>
  )
}
