import type { ReactNode } from 'react'

/** Facts of one thing, name left and value right. */
export function DefinitionList({ children }: { children: ReactNode }) {
  return <dl className="yui-facts">{children}</dl>
}

interface FactProps {
  name: string
  children: ReactNode
}

/** One fact. What is not known is said in words, never by a blank. */
export function Fact({ name, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
