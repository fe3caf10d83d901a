import { useFormContext } from 'react-hook-form'
import { Field } from '../Field/Field.tsx'
import { useFormField } from '../Form/form-parts.ts'

interface TextAreaProps {
  name: string
  label: string
  required?: boolean
  support?: React.ReactNode
  errors?: Record<string, string>
  maxLength?: number
  rows?: number
}

/** Several lines of text in a form. What was typed is kept as it is. */
export function TextArea({
  name,
  label,
  required = false,
  support,
  errors,
  maxLength,
  rows = 5,
}: TextAreaProps) {
  const { register } = useFormContext()
  const { id, error } = useFormField(name, { label, errors })
  return (
    <Field id={id} label={label} required={required} support={support} error={error}>
      {(control) => (
        <textarea
          className="yui-input"
          {...register(name, { required, maxLength })}
          {...control}
          rows={rows}
          maxLength={maxLength}
        />
      )}
    </Field>
  )
}
