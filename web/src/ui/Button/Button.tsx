import type { ComponentProps } from 'react'
import { Icon, type IconName } from '../Icon/Icon.tsx'

export interface ButtonLook {
  /** One `main` per screen: what comes first. */
  kind?: 'main' | 'plain' | 'danger' | 'text'
  size?: 'normal' | 'big'
  icon?: IconName
}

export interface ButtonProps extends ComponentProps<'button'>, ButtonLook {
  /** The press is being answered: another one does nothing. The button keeps its focus and its words. */
  busy?: boolean
}

/** Does something here. Its words are a verb. What goes elsewhere is a LinkButton. */
export function Button({
  kind = 'plain',
  size = 'normal',
  icon,
  busy,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      className={kind === 'text' ? 'yui-text-button' : 'yui-button'}
      data-kind={kind}
      data-size={size}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
      {...rest}
    >
      {icon && <Icon name={icon} size="small" />}
      {children}
    </button>
  )
}

interface ButtonsProps {
  children: React.ReactNode
  /** Full width on a phone, for the end of a form. */
  wide?: boolean
}

/** Buttons side by side. */
export function Buttons({ children, wide }: ButtonsProps) {
  return (
    <div className="yui-buttons" data-wide={wide || undefined}>
      {children}
    </div>
  )
}
