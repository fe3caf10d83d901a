import { useEffect, useId, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { InDialog } from './in-dialog.ts'

interface DialogProps {
  /** A question or a heading: 「入力をやめますか」. */
  title: string
  open: boolean
  /** Escape, or the way out inside. */
  onClose: () => void
  children: ReactNode
}

/** A native dialog: it keeps the focus inside, and gives it back when it closes. */
export function Dialog({ title, open, onClose, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null)
  const heading = useId()

  useEffect(() => {
    const dialog = box.current
    if (!dialog || dialog.open === open) return
    if (open) dialog.showModal()
    else dialog.close()
  }, [open])

  // On the body: a menu that closes must not take its dialog with it.
  return createPortal(
    <dialog className="yui-dialog" aria-labelledby={heading} ref={box} onClose={onClose}>
      {open && (
        <InDialog value>
          <h2 id={heading}>{title}</h2>
          {children}
        </InDialog>
      )}
    </dialog>,
    document.body,
  )
}
