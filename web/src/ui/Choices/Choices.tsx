import { Children, type ReactNode } from 'react'

interface ChoicesProps {
  /** What is chosen: 「表示するもの」. */
  label: string
  /** Links; the one in force carries `aria-current`. */
  children: ReactNode
}

/** A few ways to look at the same list; the choice stands in the address. */
export function Choices({ label, children }: ChoicesProps) {
  return (
    <nav className="yui-choices" aria-label={label}>
      <ul>
        {Children.map(children, (choice) => (
          <li>{choice}</li>
        ))}
      </ul>
    </nav>
  )
}
