import { useUiText } from '../../locales/ui.ts'
import { Icon } from '../Icon/Icon.tsx'

interface StatusTextProps {
  /** YES ある, NO ない, UNKNOWN nobody has answered: never told by a blank or a 0. */
  state: 'YES' | 'NO' | 'UNKNOWN'
}

/** ある, ない or 未確認, in words with a sign beside them. */
export function StatusText({ state }: StatusTextProps) {
  const text = useUiText()
  return (
    <span className="yui-status" data-state={state}>
      {state === 'YES' && <Icon name="check" size="small" />}
      {state === 'NO' && <Icon name="minus" size="small" />}
      {text.states[state]}
    </span>
  )
}

/** Old information: a clock, bold words and a line; not red, since nothing is wrong yet. */
export function StaleText({ children }: { children: React.ReactNode }) {
  return (
    <p className="yui-stale">
      <Icon name="clock" size="small" />
      <span>{children}</span>
    </p>
  )
}
