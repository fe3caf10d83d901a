import type { ComponentProps, ReactNode } from 'react'

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  children: ReactNode
  support?: ReactNode
  /** How many things it stands for, at the end of the line. */
  count?: number
}

/** A bare checkbox with its words, for filters and tables. */
export function Checkbox({ children, support, count, ...rest }: CheckboxProps) {
  return (
    <label className="yui-choice">
      <input type="checkbox" {...rest} />
      <span>
        {children}
        {support && <span className="yui-choice__support">{support}</span>}
      </span>
      {count !== undefined && <span className="yui-choice__count">{count.toLocaleString('ja-JP')}</span>}
    </label>
  )
}
