import { createContext, use, useEffect } from 'react'
import { get, useFormContext, type FieldError } from 'react-hook-form'
import { useUiText, type UiText } from '../../locales/ui.ts'

/** What the form must know about a field to speak about its errors. */
export interface FieldMeta {
  id: string
  label: string
  /** Sentences of the field's own, by error code (`REQUIRED`, `TOO_LONG`, …), instead of the general ones. */
  errors?: Record<string, string> | undefined
}

/** Fields of the form around, in the order they stand in. */
export const FormParts = createContext<{ prefix: string; fields: Map<string, FieldMeta> } | null>(null)

/** The id of a field, and its error as a sentence; registers the field with the form around it. */
export function useFormField(name: string, label: string, errors?: Record<string, string>) {
  const parts = use(FormParts)
  if (!parts) throw new Error(`The field ${name} stands outside a <Form>.`)
  const text = useUiText()
  const { formState } = useFormContext()
  const id = `${parts.prefix}-${name}`

  useEffect(() => {
    parts.fields.set(name, { id, label, errors })
    return () => void parts.fields.delete(name)
  }, [parts, name, id, label, errors])

  const error: FieldError | undefined = get(formState.errors, name)
  return { id, error: error && errorSentence(error, { id, label, errors }, text) }
}

/** What the browser's checks are called by the API, so that one sentence serves both. */
const CODES: Record<string, string> = { required: 'REQUIRED', maxLength: 'TOO_LONG' }

/** What to do about an error: the field's own words, those that came with the error, or the general ones. */
export function errorSentence(error: FieldError, { label, errors }: FieldMeta, text: UiText): string {
  const code = CODES[error.type] ?? error.type
  const general: Readonly<Record<string, unknown>> = text.issues
  const sentence = general[code]
  return (
    errors?.[code] ??
    (error.message || (typeof sentence === 'function' ? sentence(label) : text.issues.other(label)))
  )
}
