import type { ReactNode } from 'react'

interface PagerProps {
  /** 「17施設のうち 1–10」 */
  position: string
  label: string
  /** Links to the page before and after; the cursor is in the address, so that Back works. */
  children: ReactNode
}

/** From one page of a list to the next, by key: rows that come in meanwhile neither hide nor repeat any. */
export function Pager({ position, label, children }: PagerProps) {
  return (
    <nav className="yui-pager" aria-label={label}>
      <span>{position}</span>
      <div>{children}</div>
    </nav>
  )
}
