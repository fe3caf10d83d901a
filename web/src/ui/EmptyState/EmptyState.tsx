import type { ReactNode } from 'react'
import { connection } from '../../lib/connection.ts'
import { formatTime } from '../../lib/dates.ts'
import { useStore } from '../../lib/store.ts'
import { useUiText } from '../../locales/ui.ts'

interface EmptyStateProps {
  /** 「いま、やることはありません。」 */
  title: string
  /** What would stand here, and what to do. */
  children?: ReactNode
  /** The two joined rings: for a day on which nothing is left to do. */
  rings?: boolean
}

/** Nothing to show: says so, why, and when it was checked, so that nobody wonders whether it is old. */
export function EmptyState({ title, children, rings }: EmptyStateProps) {
  const text = useUiText()
  // The server tells every change, so what stands here was true when it was last heard.
  const { heardAt } = useStore(connection)
  return (
    <div className="yui-empty">
      {rings && <Rings />}
      <p className="yui-empty__title">{title}</p>
      {children}
      <p className="prose-note">{text.checkedAt(formatTime(heardAt))}</p>
    </div>
  )
}

function Rings() {
  return (
    <svg className="yui-empty__rings" viewBox="0 0 120 52" aria-hidden="true">
      <path className="yui-mark__blue" d="M2 26h24" />
      <path className="yui-mark__orange" d="M94 26h24" />
      <circle className="yui-mark__blue" cx="48" cy="26" r="20" />
      <circle className="yui-mark__gap" cx="72" cy="26" r="20" />
      <circle className="yui-mark__orange" cx="72" cy="26" r="20" />
      <path className="yui-mark__gap" d="M53 6.7a20 20 0 0 1 14 13" />
      <path className="yui-mark__blue" d="M48 6a20 20 0 0 1 19.7 16.5" />
    </svg>
  )
}
