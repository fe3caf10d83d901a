import { useFormContext } from 'react-hook-form'
import { Field } from '../Field/Field.tsx'
import { useFormField } from '../Form/form-parts.ts'

interface TextAreaFieldProps {
  name: string
  label: string
  required?: boolean
  support?: React.ReactNode
  errors?: Record<string, string>
  maxLength?: number
  /** Lines that are seen at once. */
  rows?: number
}

/** Several lines of text in a form. */
export function TextAreaField({
  name,
  label,
  required = false,
  support,
  errors,
  maxLength,
  rows = 4,
}: TextAreaFieldProps) {
  const { register } = useFormContext()
  const { id, error } = useFormField(name, { label, errors })
  return (
    <Field id={id} label={label} required={required} support={support} error={error}>
      {(control) => (
        <textarea
          className="yui-input"
          rows={rows}
          {...register(name, { required, maxLength })}
          {...control}
        />
      )}
    </Field>
  )
}
