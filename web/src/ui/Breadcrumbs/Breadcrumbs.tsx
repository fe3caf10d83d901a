import { Children, type ReactNode } from 'react'
import { useUiText } from '../../locales/ui.ts'

interface BreadcrumbsProps {
  /** Links to what lies above, from the top. */
  children: ReactNode
  /** This page. */
  current: string
}

/** Where this page lies. */
export function Breadcrumbs({ children, current }: BreadcrumbsProps) {
  const text = useUiText()
  return (
    <nav className="yui-crumbs" aria-label={text.whereYouAre}>
      <ol>
        {Children.map(children, (link) => (
          <li>{link}</li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  )
}
