import type { ComponentProps, ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { FieldGroup } from '../Field/Field.tsx'
import { useFormField } from '../Form/form-parts.ts'
import type { Option } from '../Select/Select.tsx'

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

interface CheckboxFieldProps {
  name: string
  label: string
  support?: ReactNode
  required?: boolean
  errors?: Record<string, string>
}

/** Yes or not yes in a form. */
export function CheckboxField({ name, label, support, required = false, errors }: CheckboxFieldProps) {
  const { register } = useFormContext()
  const { id, error } = useFormField(name, { label, errors, asking: 'tick' })
  return (
    <div className="yui-field">
      <Checkbox
        {...register(name, { required })}
        id={id}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        support={support}
      >
        {label}
      </Checkbox>
      {error && (
        <p className="yui-field__error" id={`${id}-error`}>
          <span>＊{error}</span>
        </p>
      )}
    </div>
  )
}

interface CheckboxGroupProps {
  name: string
  label: string
  options: readonly (Option & { support?: ReactNode })[]
  required?: boolean
  support?: ReactNode
  errors?: Record<string, string>
}

/** Any number of several in a form; the value is the list of those chosen. */
export function CheckboxGroup({
  name,
  label,
  options,
  required = false,
  support,
  errors,
}: CheckboxGroupProps) {
  const { register } = useFormContext()
  const { id, error } = useFormField(name, { label, errors, asking: 'choose' })
  return (
    <FieldGroup id={id} label={label} required={required} support={support} error={error}>
      {options.map((option) => (
        <Checkbox
          key={option.value}
          {...register(name, { required })}
          value={option.value}
          support={option.support}
          aria-invalid={error ? true : undefined}
        >
          {option.label}
        </Checkbox>
      ))}
    </FieldGroup>
  )
}
