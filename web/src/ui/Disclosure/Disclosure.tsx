import type { ReactNode } from 'react'
import { Icon } from '../Icon/Icon.tsx'

interface DisclosureProps {
  summary: string
  open?: boolean
  /** Always open where there is room; folds on a phone only. */
  phoneOnly?: boolean
  children: ReactNode
}

/** Opens and closes what not everybody needs. */
export function Disclosure({ summary, open, phoneOnly, children }: DisclosureProps) {
  return (
    <details className="yui-fold" open={open} data-phone-only={phoneOnly || undefined}>
      <summary>
        <Icon name="down" size="small" />
        {summary}
      </summary>
      {children}
    </details>
  )
}
