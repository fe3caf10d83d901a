import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { FieldGroup } from '../Field/Field.tsx'
import { useFormField } from '../Form/form-parts.ts'
import type { Option } from '../Select/Select.tsx'
import { Checkbox } from './Checkbox.tsx'

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
