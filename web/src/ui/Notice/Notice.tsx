import type { ReactNode } from 'react'
import { Icon, type IconName } from '../Icon/Icon.tsx'

interface NoticeProps {
  /** `done`: what a person just did took effect. `bad`: something is wrong. */
  kind?: 'info' | 'done' | 'bad' | 'offline'
  children: ReactNode
}

const ICONS: Record<NonNullable<NoticeProps['kind']>, IconName> = {
  info: 'info',
  done: 'check',
  bad: 'alert',
  offline: 'offline',
}

/** A few words above what they are about. */
export function Notice({ kind = 'info', children }: NoticeProps) {
  return (
    <div className="yui-notice" data-kind={kind} role={kind === 'bad' ? 'alert' : 'status'}>
      <Icon name={ICONS[kind]} />
      <div>{children}</div>
    </div>
  )
}
