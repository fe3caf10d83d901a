import type { ComponentProps } from 'react'
import { Icon } from '../Icon/Icon.tsx'

export interface Option {
  value: string
  label: string
}

/** A bare select with our arrow; stands in a `Field`. */
export function Select(props: ComponentProps<'select'>) {
  return (
    <span className="yui-select">
      <select className="yui-input" {...props} />
      <Icon name="down" size="small" />
    </span>
  )
}
