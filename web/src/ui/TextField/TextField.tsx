import { useFormContext } from 'react-hook-form'
import { Field } from '../Field/Field.tsx'
import { useFormField } from '../Form/form-parts.ts'
import { Input, type InputProps } from './Input.tsx'

export interface TextFieldProps extends Pick<
  InputProps,
  'type' | 'inputMode' | 'autoComplete' | 'maxLength' | 'width' | 'enterKeyHint'
> {
  name: string
  label: string
  required?: boolean
  support?: React.ReactNode
  /** Sentences of this field by error code (`REQUIRED`, `TOO_LONG`, …), instead of the general ones. */
  errors?: Record<string, string>
  /**
   * Tidies what was typed once the cursor leaves: `toDigits` for numbers, telephone, postal code, e-mail and codes.
   * Never for names, addresses or free text.
   */
  clean?: (typed: string) => string
  /** What is asked of the typed text, by the code of the error when it does not hold. A blank is not asked. */
  checks?: Record<string, (typed: string) => boolean>
}

const NO_CHECKS = {}

/** One line of text in a form. */
export function TextField({
  name,
  label,
  required = false,
  support,
  errors,
  clean,
  checks = NO_CHECKS,
  ...input
}: TextFieldProps) {
  const { register, setValue } = useFormContext()
  const { id, error } = useFormField(name, { label, errors, clean })
  const { ref, onBlur, onChange } = register(name, {
    required,
    maxLength: input.maxLength,
    validate: Object.fromEntries(
      Object.entries(checks).map(([code, holds]) => [code, (typed: string) => typed === '' || holds(typed)]),
    ),
  })
  return (
    <Field id={id} label={label} required={required} support={support} error={error}>
      {(control) => (
        <Input
          {...input}
          {...control}
          name={name}
          ref={ref}
          onChange={(event) => void onChange(event)}
          onBlur={(event) => {
            if (clean) setValue(name, clean(event.target.value), { shouldDirty: true })
            void onBlur(event)
          }}
        />
      )}
    </Field>
  )
}
