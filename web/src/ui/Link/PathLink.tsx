import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ButtonLook } from '../Button/Button.tsx'

interface PathLinkProps {
  /** A path inside the portal as data brought it: the link of a todo, of a notification, of a draft. */
  path: string
  /** Looks like a button. */
  look?: NonNullable<ButtonLook['kind']>
  onClick?: (() => void) | undefined
  children: ReactNode
}

/** Goes to a path that is known only when it is read; where the page is known, use `Link`. */
export function PathLink({ path, look, onClick, children }: PathLinkProps) {
  const router = useRouter()
  return (
    <a
      href={path}
      className={look && (look === 'text' ? 'yui-text-button' : 'yui-button')}
      data-kind={look}
      onClick={(event) => {
        onClick?.()
        const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
        if (opensElsewhere || event.defaultPrevented) return
        event.preventDefault()
        router.history.push(path)
      }}
    >
      {children}
    </a>
  )
}
