import { useFormContext } from 'react-hook-form'
import { useUiText } from '../../locales/ui.ts'
import { Field } from '../Field/Field.tsx'
import { useFormField } from '../Form/form-parts.ts'
import { Select, type Option } from './Select.tsx'

interface SelectFieldProps {
  name: string
  label: string
  options: readonly Option[]
  required?: boolean
  support?: React.ReactNode
  errors?: Record<string, string>
}

/** One of many in a form; for up to about six, radio buttons show the choice better. */
export function SelectField({ name, label, options, required = false, support, errors }: SelectFieldProps) {
  const { register } = useFormContext()
  const { id, error } = useFormField(name, { label, errors, asking: 'choose' })
  const text = useUiText()
  return (
    <Field id={id} label={label} required={required} support={support} error={error}>
      {(control) => (
        <Select {...register(name, { required })} {...control}>
          <option value="">{text.choose}</option>
          {options.map(({ value, label: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
