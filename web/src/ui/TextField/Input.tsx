import type { ComponentProps } from 'react'

export interface InputProps extends Omit<ComponentProps<'input'>, 'width' | 'placeholder'> {
  /** As wide as what goes in. */
  width?: 'code' | 'tel' | 'name' | 'mail' | 'full'
}

/** A bare text input; stands in a `Field`. There is no placeholder: examples go into the support text. */
export function Input({ width = 'full', type = 'text', ...rest }: InputProps) {
  return <input className="yui-input" data-width={width} type={type} {...rest} />
}
