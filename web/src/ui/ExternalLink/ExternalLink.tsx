import { useUiText } from '../../locales/ui.ts'
import { Icon } from '../Icon/Icon.tsx'

interface ExternalLinkProps {
  href: string
  children: React.ReactNode
}

/** Leaves the portal in a new tab, and says so. */
export function ExternalLink({ href, children }: ExternalLinkProps) {
  const text = useUiText()
  return (
    <a className="yui-external" href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <Icon name="external" size="small" />
      <span className="sr-only">{text.opensNewTab}</span>
    </a>
  )
}
