import type { ReactNode } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { FieldGroup } from '../Field/Field.tsx'
import { useFormField } from '../Form/form-parts.ts'
import type { Option } from '../Select/Select.tsx'

interface RadioGroupProps {
  name: string
  label: string
  options: readonly (Option & { support?: ReactNode })[]
  required?: boolean
  support?: ReactNode
  errors?: Record<string, string>
}

/** One of a few in a form. */
export function RadioGroup({ name, label, options, required = false, support, errors }: RadioGroupProps) {
  const { control } = useFormContext()
  // Controlled: radio buttons that the library reads by itself lose their choice when rows of a list change places.
  const { field } = useController({ name, control, rules: { required } })
  const { id, error } = useFormField(name, { label, errors, asking: 'choose' })
  return (
    <FieldGroup id={id} label={label} required={required} support={support} error={error}>
      {options.map((option, n) => (
        <label key={option.value} className="yui-choice">
          <input
            type="radio"
            name={name}
            value={option.value}
            ref={n === 0 ? field.ref : undefined}
            checked={field.value === option.value}
            required={required}
            onChange={() => field.onChange(option.value)}
            onBlur={field.onBlur}
          />
          <span>
            {option.label}
            {option.support && <span className="yui-choice__support">{option.support}</span>}
          </span>
        </label>
      ))}
    </FieldGroup>
  )
}
