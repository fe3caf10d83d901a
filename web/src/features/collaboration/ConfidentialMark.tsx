import { Icon } from '../../ui/Icon/Icon.tsx'

/** Says that the parties alone see it. */
export function ConfidentialMark({ children }: { children: string }) {
  return (
    <span className="yui-lock">
      <Icon name="lock" size="small" />
      {children}
    </span>
  )
}
