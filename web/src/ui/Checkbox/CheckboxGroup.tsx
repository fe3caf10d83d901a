import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { FieldGroup } from '../Field/Field.tsx'
import { useFormField } from '../Form/form-parts.ts'
import type { Option } from '../Select/Select.tsx'
import { Checkbox } from './Checkbox.tsx'

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
