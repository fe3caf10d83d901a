import type { ReactNode } from 'react'

/** Up to four large numbers, each a way to the list it counts. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className="yui-figures">{children}</dl>
}

interface FigureProps {
  label: string
  /** The number with its unit, inside a Link to the list it counts: `<Link to="…"><Count unit="件">{7}</Count></Link>`. */
  children: ReactNode
  /** What the number means, in one line. */
  note?: string
}

/** One of the numbers. */
export function Figure({ label, children, note }: FigureProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {children}
        {note && <span className="yui-figures__note">{note}</span>}
      </dd>
    </div>
  )
}

interface CountProps {
  children: number
  unit: string
}

/** A large number and its unit. */
export function Count({ children, unit }: CountProps) {
  return (
    <span className="yui-count">
      <b>{children.toLocaleString('ja-JP')}</b>
      {unit}
    </span>
  )
}
