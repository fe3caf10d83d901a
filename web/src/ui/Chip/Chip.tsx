import { Children, useId } from 'react'
import { useUiText } from '../../locales/ui.ts'
import { Icon } from '../Icon/Icon.tsx'

interface ChipProps {
  /** The condition: 「山形市」. */
  children: string
  onRemove: () => void
}

/** A condition in force, to be taken off. */
export function Chip({ children, onRemove }: ChipProps) {
  const text = useUiText()
  return (
    <button type="button" className="yui-chip" onClick={onRemove}>
      {children}
      <Icon name="close" size="small" />
      <span className="sr-only">{text.takeOff}</span>
    </button>
  )
}

interface ChipsProps {
  /** 「いまの条件」 */
  label: string
  children: React.ReactNode
}

/** The conditions in force, in a row. */
export function Chips({ label, children }: ChipsProps) {
  const heading = useId()
  return (
    <div className="yui-chips">
      <span id={heading}>{label}</span>
      <ul aria-labelledby={heading}>{Children.map(children, (chip) => chip && <li>{chip}</li>)}</ul>
    </div>
  )
}
