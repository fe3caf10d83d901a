import { createLink } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import type { ButtonLook } from '../Button/Button.tsx'
import { Icon } from '../Icon/Icon.tsx'

/** Goes to another page of the portal; `to`, `params` and `search` are checked against the routes. */
export const Link = createLink(function Anchor({ children, ...rest }: ComponentProps<'a'>) {
  return <a {...rest}>{children}</a>
})

/** A link that looks like a button: the next step is on another page. */
export const LinkButton = createLink(function ButtonAnchor({
  kind = 'plain',
  size = 'normal',
  icon,
  children,
  ...rest
}: ComponentProps<'a'> & ButtonLook) {
  return (
    <a
      {...rest}
      className={kind === 'text' ? 'yui-text-button' : 'yui-button'}
      data-kind={kind}
      data-size={size}
    >
      {icon && <Icon name={icon} size="small" />}
      {children}
    </a>
  )
})
